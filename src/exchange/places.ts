import type { Place } from '../model.ts';

export type PlaceAt = (offset: number) => Omit<Place, 'file'>;

/** Where offsets of a text are; finds the line in logarithmic time. */
export function placesIn(text: string): PlaceAt {
  const starts = [0];
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineEnd.length);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
