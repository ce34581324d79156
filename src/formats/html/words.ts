import type { Range } from '../../model.ts';
import { decoded, type ReferencePlace } from './references.ts';

/** Something to translate: a letter or a digit, however it is written. */
export function hasWords(text: string, range: Range, place: ReferencePlace): boolean {
  return word.test(decoded(text, range, place));
}

const word = /[\p{L}\p{N}]/u;

/** Without white space at the ends, written as such or as a reference. */
export function trimmed(text: string, range: Range): Range {
  let { start, end } = range;
  for (let length = blankAt(text, start, end); length > 0; length = blankAt(text, start, end)) start += length;
  for (let length = blankBefore(text, start, end); length > 0; length = blankBefore(text, start, end)) end -= length;
  return { start, end };
}

function blankAt(text: string, start: number, end: number): number {
  if (start >= end) return 0;
  if (isBlank(text.charCodeAt(start))) return 1;
  return spelled.find((blank) => text.startsWith(blank, start))?.length ?? 0;
}

function blankBefore(text: string, start: number, end: number): number {
  if (start >= end) return 0;
  if (isBlank(text.charCodeAt(end - 1))) return 1;
  return spelled.find((blank) => text.endsWith(blank, end) && end - blank.length >= start)?.length ?? 0;
}

const spelled = ['&nbsp;', '&#160;'];

const isBlank = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b) || code === 0xa0;
