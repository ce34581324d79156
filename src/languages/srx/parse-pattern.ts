import { anyCharacter, characterSet, literal, newline } from './character-set.ts';
import { type Cursor, startsWith, take, takeCode, takeMatch } from './cursor.ts';
import { edges, lastLineEnd, lineBreak, lineEnd, lineStart, textStart } from './edges.ts';
import { readEscape, withoutQuotes } from './escape.ts';
import { readSet } from './parse-set.ts';
import { character, choice, type Pattern, sees, seesNo, sequence } from './pattern.ts';
import { notUnderstood } from './pattern-fault.ts';
import { readQuantifier } from './quantifier.ts';

/** A regular expression as ICU has them. Throws `PatternFault` for what is not understood. */
export function parsePattern(source: string): Pattern {
  const reader: Reader = { text: withoutQuotes(source), at: 0, flags: '', depth: 0 };
  const pattern = readChoice(reader);
  if (reader.at < reader.text.length) throw notUnderstood(')');
  return pattern;
}

interface Reader extends Cursor {
  /** Of `i`, `s`, `m`, `x` those that hold here. */
  flags: string;
  depth: number;
}

const deepest = 50;

function readChoice(reader: Reader): Pattern {
  const options: Pattern[] = [];
  do options.push(readSequence(reader));
  while (take(reader, '|'));
  return options.length === 1 ? (options[0] as Pattern) : choice(...options);
}

function readSequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  for (;;) {
    if (reader.flags.includes('x')) takeMatch(reader, /(?:\s|#[^\n]*)*/y);
    if (reader.at >= reader.text.length || startsWith(reader, '|') || startsWith(reader, ')')) break;
    const atom = readAtom(reader);
    if (atom !== undefined) parts.push(readQuantifier(reader, atom));
  }
  return parts.length === 1 ? (parts[0] as Pattern) : sequence(...parts);
}

/** Absent for what takes no place in the pattern: flags, comments. */
function readAtom(reader: Reader): Pattern | undefined {
  if (take(reader, '(')) return readGroup(reader);
  if (take(reader, '\\')) return readEdge(reader) ?? escaped(reader);
  const from = reader.at;
  if (take(reader, '[')) {
    const set = readSet(reader);
    return setOf(reader, set, reader.text.slice(from, reader.at));
  }
  if (take(reader, '.'))
    return reader.flags.includes('s') ? character(anyCharacter) : character((code) => !newline(code));
  if (take(reader, '^')) return reader.flags.includes('m') ? lineStart : textStart;
  if (take(reader, '$')) return reader.flags.includes('m') ? lineEnd : lastLineEnd;
  if (/[*+?{]/.test(reader.text[reader.at] ?? '')) throw notUnderstood(reader.text.slice(reader.at, reader.at + 1));
  return setOf(reader, literal(takeCode(reader)), '');
}

function setOf({ flags }: Reader, source: string, part: string): Pattern {
  return character(characterSet(source, { ignoreCase: flags.includes('i') }, part));
}

function escaped(reader: Reader): Pattern {
  const from = reader.at - 1;
  if (take(reader, 'R')) return lineBreak;
  const source = readEscape(reader);
  return setOf(reader, source, reader.text.slice(from, reader.at));
}

function readEdge(reader: Reader): Pattern | undefined {
  const letter = takeMatch(reader, /[AZzbB]/y)?.[0];
  return letter === undefined ? undefined : edges[letter];
}

/** Behind its `(`. */
function readGroup(reader: Reader): Pattern | undefined {
  if (take(reader, '?#')) return void takeMatch(reader, /[^)]*\)?/y);
  const { flags } = reader;
  const change = takeMatch(reader, /\?([a-z]*)(?:-([a-z]+))?([:)])/y);
  if (change !== undefined) {
    reader.flags = changed(flags, change);
    if (change[3] === ')') return undefined;
  }
  const look = change === undefined ? takeMatch(reader, /\?(<?)([=!])/y) : undefined;
  if (look === undefined && change === undefined && !takeMatch(reader, /\?<[A-Za-z]\w*>/y) && startsWith(reader, '?'))
    throw notUnderstood(`(${reader.text.slice(reader.at, reader.at + 2)}`);
  const inner = readInner(reader);
  reader.flags = flags;
  if (look === undefined) return inner;
  return (look[2] === '=' ? sees : seesNo)(look[1] === '<' ? 'behind' : 'ahead', inner);
}

function readInner(reader: Reader): Pattern {
  reader.depth += 1;
  if (reader.depth > deepest) throw notUnderstood('(');
  const inner = readChoice(reader);
  if (!take(reader, ')')) throw notUnderstood('(');
  reader.depth -= 1;
  return inner;
}

/** `(?iu)`, `(?i-x:`; `u` is Java's, and means what ICU does anyway. */
function changed(flags: string, [part, on = '', off = '']: RegExpExecArray): string {
  if (/[^imsux]/.test(on + off)) throw notUnderstood(`(${part}`);
  return [...new Set(flags + on)].filter((flag) => !off.includes(flag)).join('');
}
