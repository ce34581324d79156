import type { Piece } from '../model.ts';
import { withSignBefore } from './sign-before.ts';

/** How a text in `"` with `\` escapes is written. */
export interface Escaping {
  /** What stands around it; in `"""`, a `"` is a sign like others. */
  readonly marks: '"' | '"""';
  /** What a `\` stands for with the sign behind it; hexadecimal ones (`\x`, `\u`, `\U`) go without saying. */
  readonly signs: Readonly<Record<string, string>>;
  /** What a run of white space that is not only blanks reads: ` `, `\n`, or nothing where it only joins two lines. */
  readonly gap: (written: string) => string;
}

/**
 * What in such a text, or in a piece of it, reads otherwise, where lines fold, as in YAML and TOML; else see `stringFolds`.
 * The `"` around it read as line breaks: they part it from everything else, and are copied.
 */
export function quotedFolds(raw: string, escaping: Escaping): readonly Piece[] {
  const folds: Piece[] = [];
  for (let at = 0; at < raw.length; ) {
    const fold = isSpecial(raw.charCodeAt(at)) ? foldAt(raw, at, { escaping, folds }) : undefined;
    if (fold !== undefined) folds.push(fold);
    at = fold?.end ?? at + 1;
  }
  return folds;
}

/** `\n`, `\r`, `"`, `\`. */
function isSpecial(code: number): boolean {
  return code === 10 || code === 13 || code === 34 || code === 92;
}

interface Context {
  readonly escaping: Escaping;
  /** Those before it. */
  readonly folds: Piece[];
}

function foldAt(raw: string, at: number, context: Context): Piece | undefined {
  if (raw[at] === '"') return marksAt(raw, at, context.escaping);
  gap.lastIndex = at;
  const length = gap.exec(raw)?.[0].length;
  if (length !== undefined) return gapAt(raw, { start: at, end: at + length }, context);
  return escapeAt(raw, at, context.escaping);
}

function marksAt(raw: string, at: number, { marks }: Escaping): Piece | undefined {
  const end = at + marks.length;
  const isMark = raw.startsWith(marks, at) && (marks === '"' || at === 0 || end === raw.length);
  return isMark ? { start: at, end, text: '\n' } : undefined;
}

/** White space and its escapes. */
const gap = /(?:\\?\r\n|\\?[\r\n]|\\?[ \t]|\\[tnr]|\\(?:x|u00|U000000)(?:20|0[9aAdD]))+/y;

/** Those by number as those by letter. */
function named(written: string): string {
  return written.replace(/\\(?:x|u00|U000000)(..)/g, (_, digits: string) =>
    digits === '20' ? ' ' : digits === '09' ? '\\t' : '\\n',
  );
}

function gapAt(raw: string, { start, end }: { start: number; end: number }, { escaping, folds }: Context): Piece {
  const floor = folds.at(-1)?.end ?? 0;
  let from = start;
  while (from > floor && (raw[from - 1] === ' ' || raw[from - 1] === '\t')) from -= 1;
  const text = escaping.gap(named(raw.slice(from, end)));
  return text === '' ? withSignBefore({ start: from, end }, raw, folds) : { start: from, end, text };
}

function escapeAt(raw: string, at: number, { signs }: Escaping): Piece | undefined {
  const digits = hexadecimal[raw[at + 1] ?? ''];
  if (digits === undefined) {
    const text = signs[raw[at + 1] ?? ''];
    return text === undefined ? undefined : { start: at, end: at + 2, text };
  }
  const end = at + 2 + digits;
  const code = codeAt(raw, at);
  if (code === undefined) return undefined;
  const low = isHigh(code) && raw.startsWith('\\u', end) ? codeAt(raw, end) : undefined;
  if (low !== undefined && low >= 0xdc00 && low <= 0xdfff)
    return { start: at, end: end + 6, text: String.fromCharCode(code, low) };
  return { start: at, end, text: String.fromCodePoint(code) };
}

const hexadecimal: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

function codeAt(raw: string, at: number): number | undefined {
  const digits = hexadecimal[raw[at + 1] ?? ''] ?? 0;
  const text = raw.slice(at + 2, at + 2 + digits);
  const code = /^[0-9A-Fa-f]+$/.test(text) && text.length === digits ? Number.parseInt(text, 16) : Number.NaN;
  return code <= 0x10ffff ? code : undefined;
}
