import type { Piece, Unit } from '../../model.ts';
import { controlCharacter } from '../control-characters.ts';
import { type Escaping, quotedFolds } from '../quoted-folds.ts';
import { softBreaks } from '../soft-breaks.ts';

/** How a string is written (TOML 1.0.0). */
export type TomlStyle = 'toml-basic' | 'toml-literal' | 'toml-multi-basic' | 'toml-multi-literal';

const marks: Readonly<Record<TomlStyle, string>> = {
  'toml-basic': '"',
  'toml-literal': "'",
  'toml-multi-basic': '"""',
  'toml-multi-literal': "'''",
};

export function tomlFolds(raw: string, { style }: Unit): readonly Piece[] {
  if (style === 'toml-basic') return quotedFolds(raw, { ...escaping, marks: '"' });
  if (style === 'toml-multi-basic') return quotedFolds(raw, { ...escaping, marks: '"""' });
  return literalFolds(raw, marksOf(style));
}

export function tomlSpell(sign: string, { style }: Unit): string {
  if (style === 'toml-basic' && sign === '"') return '\\"';
  return style === 'toml-basic' || style === 'toml-multi-basic' ? escapeSign(sign) : sign;
}

/** A string with its targets in it: what would end it is escaped, for which a literal one becomes a basic one. */
export function tomlClose(raw: string, { style }: Unit): string {
  const own = marksOf(style);
  const isLong = own.length === 3;
  const inner = isLong ? innerOf(raw, own) : innerOf(raw, own).replace(/[\r\n]+/g, ' ');
  if (own === '"') return own + inner + own;
  if (own === '"""') return own + inner.replace(endsTooEarly, escapeMarks) + own;
  if (!inner.includes(own) && !controlCharacter.test(inner) && !fence.test(inner)) return own + inner + own;
  const basic = isLong ? '"""' : '"';
  const text = Array.from(inner, (sign) => (sign === '"' ? '\\"' : escapeSign(sign))).join('');
  return basic + text.replace(fence, escapeMarks) + basic;
}

const marksOf = (style: string | undefined): string => marks[style as TomlStyle] ?? '"';

const escaping: Omit<Escaping, 'marks'> = {
  signs: { b: '\b', f: '\f', e: '\x1B', '"': '"', '\\': '\\' },
  gap: readGap,
};

/** `\` at the end of a line takes away all white space that follows. */
function readGap(written: string): string {
  const joined = written.replace(/\\[ \t]*(?:\r\n|[\r\n])[ \t\r\n]*/g, '');
  if (joined === '') return '';
  return /[\r\n]|\\[nr]/.test(joined) ? '\n' : ' ';
}

/** The marks around it read as line breaks: they part it from everything else, and are copied. */
function literalFolds(raw: string, own: string): readonly Piece[] {
  const lines = softBreaks(raw).map((fold) => ({ ...fold, text: '\n' }));
  const first = raw.startsWith(own) ? [{ start: 0, end: own.length, text: '\n' }] : [];
  const end = raw.length - own.length;
  const last = end >= own.length && raw.endsWith(own) ? [{ start: end, end: raw.length, text: '\n' }] : [];
  return [...first, ...lines, ...last];
}

function escapeSign(sign: string): string {
  if (sign === '\\') return '\\\\';
  return controlCharacter.test(sign) ? `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}` : sign;
}

/** A line of the text that would close the front matter. */
const fence = /(?<=[\r\n])\+{3}/;

const endsTooEarly = /\\[\s\S]|"{3,}|(?<=[\r\n])\+{3}/g;

function escapeMarks(written: string): string {
  if (written === '+++') return '\\u002B++';
  return written.startsWith('"') ? written.replaceAll('"', '\\"') : written;
}

/** What people added before the text stands in front of its marks. */
function innerOf(raw: string, own: string): string {
  const open = raw.indexOf(own);
  return raw.slice(0, open) + raw.slice(open + own.length, raw.length - own.length);
}
