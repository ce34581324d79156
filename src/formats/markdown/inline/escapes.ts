import type { Range } from '../../../model.ts';
import { isAsciiPunctuation, matchEnd } from './characters.ts';
import { named } from './entities.ts';
import { texEnd } from './math.ts';
import { addAlone, addEscape, type Scan } from './scan.ts';

export function readBackslash(scan: Scan, at: number): number {
  const { text } = scan;
  if (!isAsciiPunctuation(text.charCodeAt(at + 1))) return at + 1;
  const formula = texEnd(scan, at);
  return formula < 0 ? addRead(scan, { start: at, end: at + 2 }, text[at + 1]) : addAlone(scan, at, formula);
}

/** An entity that stands for no single sign that can be written is left as it is. */
export function readAmpersand(scan: Scan, at: number): number {
  const end = matchEnd(reference, scan.text, at);
  if (end < 0) return at + 1;
  return addRead(scan, { start: at, end }, signOf(scan.text.slice(at + 1, end - 1)));
}

/** Where nothing but escapes is syntax: in titles and in attributes of tags. */
export function readReferences(scan: Scan, { start, end }: Range, signs = /[\\&]/): void {
  for (let at = start; at < end; ) {
    const sign = scan.text[at] ?? '';
    if (!signs.test(sign)) at += 1;
    else at = sign === '&' ? readAmpersand(scan, at) : readBackslash(scan, at);
  }
}

export const reference = /&(?:#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{0,31});/y;

/** The sign `<` before what would then look like a marker in an engine's text stays a code. */
function addRead(scan: Scan, { start, end }: Range, sign: string | undefined): number {
  const isMarker = sign === '<' && matchEnd(markerRest, scan.text, end) >= 0;
  if (sign === undefined || isMarker) return addAlone(scan, start, end);
  return addEscape(scan, { start, end }, sign);
}

const markerRest = /[xg][ &\\]|\/[g&\\]|[&\\]/y;

function signOf(name: string): string | undefined {
  if (name[0] !== '#') return named.get(name);
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isControl = code < 32 || (code > 126 && code < 160);
  const isSign = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isControl || !isSign ? undefined : String.fromCodePoint(code);
}
