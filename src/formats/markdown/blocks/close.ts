import type { Piece, Unit } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { closeLines, closeParagraph } from './close-paragraph.ts';
import { isEscaped, titleSigns } from './escapes.ts';
import { withoutClosing } from './lines-of-signs.ts';
import type { Dialect } from './start.ts';

/** A unit with its targets in it, so that it is still one block of its kind; sources are that already. */
export function closeBlock(raw: string, { style = 'text' }: Unit, dialect: Dialect): string {
  if (style === 'line') return raw;
  if (style === 'heading') return closeHeading(raw);
  if (style === 'cell') return escapeBare(raw, '|');
  if (style === 'row') return closeParagraph(escapeBare(raw, '|'), style, dialect);
  if (style.startsWith('title')) return closeLines(closeTitle(raw, titleSigns(style)), style, dialect);
  return closeParagraph(raw, style, dialect);
}

/** `#` at the end would close the heading. */
function closeHeading(raw: string): string {
  const end = withoutClosing(raw, 0, raw.length);
  if (end === raw.length || /[\r\n]/.test(raw)) return raw;
  const sign = raw.indexOf('#', end);
  return `${raw.slice(0, sign)}\\${raw.slice(sign)}`;
}

function closeTitle(raw: string, signs: string): string {
  const escaped = escapeBare(raw, signs);
  return isEscaped(escaped, escaped.length) ? `${escaped}\\` : escaped;
}

function escapeBare(raw: string, signs: string): string {
  const pieces: Piece[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === '\\') at += 1;
    else if (signs.includes(raw[at] ?? ' ')) pieces.push({ start: at, end: at, text: '\\' });
  }
  return splice(raw, pieces);
}
