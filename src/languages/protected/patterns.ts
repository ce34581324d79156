const extensions =
  'txt|mdx?|markdown|rst|adoc|html?|xhtml|xml|json5?|jsonc|jsonl|ya?ml|toml|ini|cfg|conf|csv|tsv|pdf|docx?|xlsx?|pptx?|' +
  'od[tsp]|rtf|epub|png|jpe?g|gif|svg|webp|tiff?|mp[34]|mov|avi|wav|zip|gz|tar|tgz|rar|exe|dll|iso|[cm]?[jt]s|[jt]sx|' +
  'py|rb|rs|java|cpp|sh|sql|s?css|log|lock|env|po|pot|xliff|xlf|tmx|tbx|srx|srt|vtt';

/** What protects a span of text. */
export type ProtectedKind = 'tag' | 'url' | 'handle' | 'email' | 'link' | 'placeholder' | 'printf' | 'file' | 'host';

interface ProtectedPattern {
  /** Without it there is no such span. */
  readonly sign: RegExp;
  /** Global. Linear on any input: it starts at a rare character, or a look-behind allows it one start a run. */
  readonly pattern: RegExp;
}

/** In the order in which they are hidden: none looks into a span of one before. */
export const protectedPatterns: Readonly<Record<ProtectedKind, ProtectedPattern>> = {
  tag: { sign: /</, pattern: tag() },
  url: { sign: /:|www/, pattern: url() },
  handle: { sign: /@/, pattern: handle() },
  email: { sign: /@/, pattern: email() },
  link: { sign: /\]\(/, pattern: linkTarget() },
  placeholder: { sign: /\{/, pattern: placeholder() },
  printf: { sign: /%/, pattern: printf() },
  file: { sign: new RegExp(`\\.(?:${extensions})`, 'i'), pattern: file() },
  host: { sign: /[a-z0-9]\.[a-z]/, pattern: host() },
};

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
