import type { Piece, Unit } from '../../model.ts';
import { controlCharacter } from '../control-characters.ts';
import { type Escaping, quotedFolds } from '../quoted-folds.ts';
import { lineFolds } from './line-folds.ts';
import { staysPlain, staysPlainInFlow } from './plain.ts';
import { singleFolds } from './single-folds.ts';

/**
 * How a scalar is written (YAML 1.2.2, 7.3 and 8.1). `yaml-flow` is plain inside of `[…]` or `{…}`; in a loose one there are
 * lines that are not indented.
 */
export type YamlStyle =
  | 'yaml-plain'
  | 'yaml-flow'
  | 'yaml-single'
  | 'yaml-single-loose'
  | 'yaml-double'
  | 'yaml-double-loose'
  | 'yaml-literal'
  | 'yaml-folded';

/** What `folds`, `spell` and `close` of a format are for a style. */
interface Writing {
  folds(raw: string): readonly Piece[];
  spell(sign: string): string;
  close(raw: string): string;
}

export function yamlFolds(raw: string, { style }: Unit): readonly Piece[] {
  return writingOf(style).folds(raw);
}

export function yamlSpell(sign: string, { style }: Unit): string {
  return writingOf(style).spell(sign);
}

/** A scalar with its targets in it: a plain one that would be read as something else is quoted. */
export function yamlClose(raw: string, { style }: Unit): string {
  return writingOf(style).close(raw);
}

function writingOf(style: string | undefined): Writing {
  return writings[style as YamlStyle] ?? writings['yaml-plain'];
}

const asItIs = (sign: string): string => sign;

const escaping: Escaping = {
  marks: '"',
  // YAML 1.2.2, 5.7
  signs: {
    '0': '\0',
    a: '\x07',
    b: '\b',
    v: '\v',
    f: '\f',
    e: '\x1B',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\x85',
    _: '\xA0',
    L: '\u2028',
    P: '\u2029',
  },
  gap: readGap,
};

const foldsOfDouble = (raw: string): readonly Piece[] => quotedFolds(raw, escaping);

const inSingle = { folds: singleFolds, spell: (sign: string) => (sign === "'" ? "''" : sign) };
const inDouble = { folds: foldsOfDouble, spell: escapeSign };

const writings: Readonly<Record<YamlStyle, Writing>> = {
  'yaml-plain': { folds: (raw) => lineFolds(raw, 'flow'), spell: asItIs, close: (raw) => plain(raw, staysPlain) },
  'yaml-flow': { folds: (raw) => lineFolds(raw, 'flow'), spell: asItIs, close: (raw) => plain(raw, staysPlainInFlow) },
  'yaml-single': { ...inSingle, close: (raw) => single(quoted(indented(raw), singleFolds)) },
  'yaml-single-loose': { ...inSingle, close: (raw) => single(quoted(unmarked(raw), singleFolds)) },
  'yaml-double': { ...inDouble, close: (raw) => quoted(indented(raw), foldsOfDouble) },
  'yaml-double-loose': { ...inDouble, close: (raw) => quoted(unmarked(raw), foldsOfDouble) },
  'yaml-literal': { folds: (raw) => lineFolds(raw, 'literal'), spell: asItIs, close: block },
  'yaml-folded': { folds: (raw) => lineFolds(raw, 'folded'), spell: asItIs, close: block },
};

/** One line break is a blank, unless it is escaped; of more, or with `\n`, at least one stays. */
function readGap(written: string): string {
  const joined = written.replace(/\\(?:\r\n|[\r\n])[ \t]*/g, '');
  if (joined === '') return '';
  const breaks = joined.match(/\r\n|[\r\n]/g)?.length ?? 0;
  const isHard = /\\[nr]/.test(joined) || breaks > 1 || (breaks === 1 && joined !== written);
  return isHard ? '\n' : ' ';
}

function escapeSign(sign: string): string {
  if (sign === '"' || sign === '\\') return `\\${sign}`;
  return controlCharacter.test(sign) ? `\\x${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}` : sign;
}

/** Nothing can be escaped in one. */
function single(raw: string): string {
  return controlCharacter.test(raw) ? doubleQuoted(raw.slice(1, -1).replaceAll("''", "'")) : raw;
}

function plain(raw: string, stays: (text: string) => boolean): string {
  const text = indented(raw);
  return stays(text) ? text : doubleQuoted(text);
}

function doubleQuoted(text: string): string {
  return `"${Array.from(text, escapeSign).join('')}"`;
}

/** What people added before the text stands in front of its quotes. */
function quoted(text: string, folds: (raw: string) => readonly Piece[]): string {
  const open = folds(text).find(({ start, text: read }) => read === '\n' && quotes.has(text.charAt(start)))?.start ?? 0;
  return open === 0 ? text : text.charAt(open) + text.slice(0, open) + text.slice(open + 1);
}

const quotes: ReadonlySet<string> = new Set(['"', "'"]);

/** Blanks at the start of a block's first line would move all of its lines; what cannot stand in a block shows as lost. */
function block(raw: string): string {
  const text = indented(raw).replace(/^[ \t]+/, '');
  return controlCharacter.test(text)
    ? Array.from(text, (sign) => (controlCharacter.test(sign) ? '\uFFFD' : sign)).join('')
    : text;
}

/** Text that people added in a paragraph of its own goes on in the line: how far a line must be indented is not known here. */
function indented(raw: string): string {
  return /[\r\n]/.test(raw) ? raw.replace(/[\r\n]+(?=\S|$)/g, ' ') : raw;
}

/** Without a line that would begin a document or end front matter, or seem to stand behind the closing quote. */
function unmarked(raw: string): string {
  return raw.replace(/(?<=["'])[\r\n]+|[\r\n]+(?=---|\.\.\.)/g, ' ');
}
