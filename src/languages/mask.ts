/**
 * What no linguistic rule may look into: addresses, code, tags, placeholders, file names.
 *
 * Each protected code unit becomes U+FFFC (object replacement character): offsets stay, words to the left and right
 * still end there (it is no letter, digit or blank), no term reaches across it, and no blank is doubled.
 */
export function maskProtected(text: string): string {
  let masked = maskCodeSpans(text);
  for (const { sign, pattern } of protectedSpans) if (sign.test(masked)) masked = masked.replace(pattern, blank);
  return masked;
}

const extensions =
  'txt|mdx?|markdown|rst|adoc|html?|xhtml|xml|json5?|jsonc|jsonl|ya?ml|toml|ini|cfg|conf|csv|tsv|pdf|docx?|xlsx?|pptx?|' +
  'od[tsp]|rtf|epub|png|jpe?g|gif|svg|webp|tiff?|mp[34]|mov|avi|wav|zip|gz|tar|tgz|rar|exe|dll|iso|[cm]?[jt]s|[jt]sx|' +
  'py|rb|rs|java|cpp|sh|sql|s?css|log|lock|env|po|pot|xliff|xlf|tmx|tbx|srx|srt|vtt';

/** Linear on any input: a pattern starts at a rare character, or a look-behind allows it one start a run. */
const protectedSpans: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  { sign: /</, pattern: tag() },
  { sign: /:|www/, pattern: url() },
  { sign: /@/, pattern: handle() },
  { sign: /@/, pattern: email() },
  { sign: /\]\(/, pattern: linkTarget() },
  { sign: /\{/, pattern: placeholder() },
  { sign: /%/, pattern: printf() },
  { sign: new RegExp(`\\.(?:${extensions})`, 'i'), pattern: file() },
  { sign: /[a-z0-9]\.[a-z]/, pattern: host() },
];

/** A title bracket such as <로동신문> is none: a tag's name starts with a Latin letter. */
function tag(): RegExp {
  return /<!--(?:[^<]|<(?!!--))*?-->|<\?[^<>]*\?>|<[/!]?[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu;
}

/** Ends before final punctuation, quotation marks and a Korean particle; pairs of round brackets belong to it. */
function url(): RegExp {
  const start = String.raw`(?<![\p{L}\p{N}_])(?:(?:https?|ftps?|sftp|ssh|git|file|wss?):\/\/|www\.|mailto:|tel:)`;
  const inner = String.raw`[[^\s\(\)<>"„“”«»‹›‚‘’\`\|\\「」『』《》〈〉\uFFFC]--\p{Script=Hangul}]`;
  const last = String.raw`[[\p{L}\p{N}\/_=&#%+~$@\-]--\p{Script=Hangul}]`;
  const brackets = String.raw`\(${inner}*\)`;
  return new RegExp(`${start}(?:${inner}|${brackets})*(?:${last}|${brackets})`, 'gv');
}

function email(): RegExp {
  return /(?<![\p{L}\p{N}._%+-])[A-Za-z0-9._%+-]+@[\p{Script=Latin}\p{N}-]+(?:\.[\p{Script=Latin}\p{N}-]+)+/gu;
}

function handle(): RegExp {
  const name = String.raw`[A-Za-z0-9_]+(?:[.\-][A-Za-z0-9_]+)*`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}_.@\/])@${name}(?:@${name})?`, 'gu');
}

/** Only the destination: the brackets stay paired and a title is text. */
function linkTarget(): RegExp {
  return /(?<=\]\()(?:<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*)/gu;
}

/** `{x}`, `{{ x }}`, `${x}`, `%{x}`, `{% if x %}`, `{n, number, …}`; an ICU plural has text inside and is none. */
function placeholder(): RegExp {
  return /\{\{[^{}\n]*\}\}|\{[%#][^{}\n]*[%#]\}|\$\{[^{}\n]*\}|%?\{[^\s{},]*(?:,\s*(?:number|date|time)[^{}]*)?\}/gu;
}

/** Never with a blank inside, and never after a digit: "70 % der", "70%의" and "10%ige" are prose. */
function printf(): RegExp {
  return /(?<!\p{N})%(?:\([^\s()]*\)|\d+\$)?[-+#0]*(?:[1-9]\d*)?(?:\.\d+)?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcCsSpn@]/gu;
}

/** By a known extension, so that neither "18.30" nor "z.B." nor "Ende.Der" is one. `Node.js` is a product. */
function file(): RegExp {
  const inner = String.raw`[\p{Script=Latin}\p{M}\p{N}_.~\/\\\-]`;
  const product = String.raw`(?!\p{Lu}[\p{L}\p{N}]*\.js(?![\p{L}\p{N}_]))`;
  const either = `${extensions}|${extensions.toUpperCase()}`;
  return new RegExp(String.raw`(?<!${inner})${product}${inner}+\.(?:${either})(?![\p{Script=Latin}\p{N}_])`, 'gu');
}

/** Lower case only: `bmi.bund.de/thema` is an address, `Booking.com` a name. */
function host(): RegExp {
  const label = '[a-z0-9-]+';
  const top = 'de|at|ch|eu|com|org|net|info|io|gov|int|uk|ru|ua|kr|kp|us|fr|it|dev|app';
  const path = String.raw`\/[A-Za-z0-9_~%.\/=?&#\-]*[A-Za-z0-9_~%\/=&#\-]|\/`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}_.@\-])${label}(?:\.${label})*\.(?:${top})(?:${path})?(?![\p{Script=Latin}\p{N}_\-])`,
    'gu',
  );
}

/** CommonMark: a run of backticks up to the next run of equal length in the same paragraph. */
function maskCodeSpans(text: string): string {
  if (!text.includes('`')) return text;
  const runs = backtickRuns(text);
  const closers = closingRuns(runs);
  let masked = '';
  let done = 0;
  for (const [index, run] of runs.entries()) {
    const closer = closers[index];
    if (closer === undefined || run.start < done || text[run.start - 1] === '\\') continue;
    masked += text.slice(done, run.start) + blank(text.slice(run.start, closer.end));
    done = closer.end;
  }
  return masked + text.slice(done);
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** 0 for a blank line. */
  readonly ticks: number;
}

function backtickRuns(text: string): readonly Run[] {
  return Array.from(text.matchAll(/`+|\n[ \t\r]*(?=\n)/gu), ({ 0: run, index }) => {
    return { start: index, end: index + run.length, ticks: run.startsWith('`') ? run.length : 0 };
  });
}

function closingRuns(runs: readonly Run[]): readonly (Run | undefined)[] {
  const next = new Map<number, Run>();
  const closers: (Run | undefined)[] = [];
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index]!;
    if (run.ticks === 0) next.clear();
    closers[index] = next.get(run.ticks);
    if (run.ticks > 0) next.set(run.ticks, run);
  }
  return closers;
}

function blank(span: string): string {
  return '\uFFFC'.repeat(span.length);
}
