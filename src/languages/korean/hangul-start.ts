import { isSyllable } from './syllable.ts';

/** Where the run of Hangul syllables begins that ends at `end`. */
export function hangulStart(text: string, end: number): number {
  let start = end;
  while (isSyllable(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
