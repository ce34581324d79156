import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import type { Range } from '../../model.ts';

/** A character reference and what it reads: one sign, rarely two. */
export interface Reference extends Range {
  readonly reads: string;
}

export type ReferencePlace = 'text' | 'attribute';

/** The references in a range of a text, in order. */
export function referencesIn(text: string, range: Range, place: ReferencePlace): readonly Reference[] {
  const own = text.slice(range.start, range.end);
  const references: Reference[] = [];
  for (let at = own.indexOf('&'); at >= 0; at = own.indexOf('&', at)) {
    const { length, reads } = referenceAt(own, at, place);
    const start = range.start + at;
    if (length > 0) references.push({ start, end: start + length, reads });
    at += Math.max(length, 1);
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

interface ReferenceAt {
  /** 0: there is none. */
  readonly length: number;
  readonly reads: string;
}

function referenceAt(text: string, start: number, place: ReferencePlace): ReferenceAt {
  read = '';
  decoder.startEntity(place === 'text' ? DecodingMode.Legacy : DecodingMode.Attribute);
  const written = decoder.write(text, start + 1);
  return { length: written < 0 ? decoder.end() : written, reads: read };
}

/** What the one decoder has read last. */
let read = '';
const decoder = new HtmlEntityDecoder((code) => {
  read += String.fromCodePoint(code);
});
