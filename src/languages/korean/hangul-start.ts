/** Where the run of Hangul syllables begins that ends at `end`. */
export function hangulStart(text: string, end: number): number {
  let start = end;
  while (text.charCodeAt(start - 1) >= 0xac00 && text.charCodeAt(start - 1) <= 0xd7a3) start -= 1;
  return start;
}
