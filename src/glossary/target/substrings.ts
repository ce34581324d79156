import { unitKind, unitKinds } from '../unit-kinds.ts';
import { isHangul } from './hangul.ts';

/** Where a text stands in another, overlapping or not. */
export function indexesOf(needle: string, text: string): readonly number[] {
  const indexes: number[] = [];
  if (needle === '') return indexes;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) indexes.push(at);
  return indexes;
}

/** Whether the characters before and after an offset belong to one word; Hangul after Latin does not: GitHub은. */
export function joinsWord(text: string, offset: number): boolean {
  return isLatinLike(text.charCodeAt(offset - 1)) && isLatinLike(text.charCodeAt(offset));
}

function isLatinLike(unit: number): boolean {
  if (unit < 0x1100) return (unitKinds[unit]! & unitKind.part) !== 0;
  return !isHangul(unit) && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit));
}
