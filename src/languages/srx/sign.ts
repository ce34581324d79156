import type { Direction } from './pattern.ts';

/** The code point next to a place; absent at the edge of the text. */
export function signAt(text: string, at: number, direction: Direction): number | undefined {
  if (direction === 'ahead') return text.codePointAt(at);
  return text.codePointAt(isInsideOfPair(text, at - 1) ? at - 2 : at - 1);
}

/** Between the two code units of one sign. */
export function isInsideOfPair(text: string, at: number): boolean {
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
}

const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00;
