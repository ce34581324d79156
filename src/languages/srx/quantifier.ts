import { type Cursor, takeMatch } from './cursor.ts';
import { choice, type Pattern, seesNo, sequence } from './pattern.ts';
import { notUnderstood } from './pattern-fault.ts';

/** The pattern with the quantifier that stands behind it, if one does. */
export function readQuantifier(reader: Cursor, part: Pattern): Pattern {
  const from = reader.at;
  const match = takeMatch(reader, /(?:([*+?])|\{(\d{1,4})(?:(,)(\d{0,4}))?\})([?+]?)/y);
  if (match === undefined) return part;
  const written = reader.text.slice(from, reader.at);
  if (/[*+?{]/.test(reader.text[reader.at] ?? '')) throw notUnderstood(reader.text.slice(from, reader.at + 1));
  const [least, most] = boundsOf(match);
  if (most < least) throw notUnderstood(written);
  // A lazy quantifier looks for a shorter match first: whether there is one is all that counts here.
  const repeat: Pattern = { kind: 'repeat', part, least, most };
  return match[5] === '+' ? possessive(repeat, written) : repeat;
}

function boundsOf([, sign, least = '', comma, most]: RegExpExecArray): readonly [number, number] {
  if (sign !== undefined) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY];
  const upper = comma === undefined ? least : most || 'Infinity';
  return [Number(least), Number(upper)];
}

/** `a++` is `a+(?!a)`, `a{1,3}+` is `a{3}` or `a{1,2}(?!a)`: it gives nothing back. Only so for one sign. */
function possessive(repeat: Extract<Pattern, { kind: 'repeat' }>, written: string): Pattern {
  const { part, least, most } = repeat;
  if (part.kind !== 'character') throw notUnderstood(written);
  const stopped = seesNo('ahead', part);
  if (most === Number.POSITIVE_INFINITY) return sequence(repeat, stopped);
  const full: Pattern = { ...repeat, least: most };
  return least === most ? full : choice(full, sequence({ ...repeat, most: most - 1 }, stopped));
}
