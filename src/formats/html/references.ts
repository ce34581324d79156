import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import type { Range } from '../../model.ts';

/** A character reference and what it reads: one sign, rarely two. */
export interface Reference extends Range {
  readonly reads: string;
}

export type ReferencePlace = 'text' | 'attribute';

/** The references in a range of a text, in order. */
export function referencesIn(text: string, { start, end }: Range, place: ReferencePlace): readonly Reference[] {
  const references: Reference[] = [];
  for (let at = text.indexOf('&', start); at >= 0 && at < end; at = text.indexOf('&', at)) {
    const reference = referenceAt(text, at, place);
    if (reference !== undefined) references.push(reference);
    at = reference?.end ?? at + 1;
  }
  return references;
}

/** The text of a range as it reads. */
export function decoded(text: string, range: Range, place: ReferencePlace): string {
  let [out, from] = ['', range.start];
  for (const { start, end, reads } of referencesIn(text, range, place)) {
    out += text.slice(from, start) + reads;
    from = end;
  }
  return out + text.slice(from, range.end);
}

function referenceAt(text: string, start: number, place: ReferencePlace): Reference | undefined {
  read = '';
  decoder.startEntity(place === 'text' ? DecodingMode.Legacy : DecodingMode.Attribute);
  const written = decoder.write(text, start + 1);
  const length = written < 0 ? decoder.end() : written;
  return length === 0 ? undefined : { start, end: start + length, reads: read };
}

/** What the one decoder has read last. */
let read = '';
const decoder = new HtmlEntityDecoder((code) => {
  read += String.fromCodePoint(code);
});
