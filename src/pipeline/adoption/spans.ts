import { collapse } from '../../fingerprint.ts';
import type { Range } from '../../model.ts';
import { pairInOrder } from '../pair-in-order.ts';
import type { Split } from '../split-unit.ts';

/** Entries of a unit, and the sentences of the unit's text that are theirs. Ranges count entries and sentences. */
export interface Span {
  /** The sentences are those of the entries, unchanged. */
  readonly isAnchor: boolean;
  readonly entries: Range;
  readonly sentences: Range;
}

/** Anchors and what lies between them, in order; together they cover all entries and all sentences. */
export function spansOf(expected: readonly string[], sentences: readonly string[], split: Split): readonly Span[] {
  const spans: Span[] = [];
  let [entry, sentence] = [0, 0];
  const end = { start: expected.length, end: expected.length };
  const close = { isAnchor: true, entries: end, sentences: { start: sentences.length, end: sentences.length } };
  for (const anchor of [...anchorsOf(expected, sentences, split), close]) {
    spans.push({
      isAnchor: false,
      entries: { start: entry, end: anchor.entries.start },
      sentences: { start: sentence, end: anchor.sentences.start },
    });
    spans.push(anchor);
    [entry, sentence] = [anchor.entries.end, anchor.sentences.end];
  }
  return spans.filter(({ entries, sentences }) => entries.end > entries.start || sentences.end > sentences.start);
}

/** Groups of entries all of whose sentences stand in the text, one behind the other. */
function anchorsOf(expected: readonly string[], sentences: readonly string[], split: Split): readonly Span[] {
  const pieces = piecesOf(expected, split);
  const pairs = pairInOrder(
    pieces.map(({ text }) => text),
    sentences,
  );
  const placeOf = new Map(pairs);
  return clustersOf(pieces).flatMap(({ entries, start, end }): readonly Span[] => {
    const first = placeOf.get(start) ?? -1;
    const places = pieces.slice(start, end).map((_, at) => placeOf.get(start + at));
    if (first < 0 || places.some((place, at) => place !== first + at)) return [];
    return [{ isAnchor: true, entries, sentences: { start: first, end: first + places.length } }];
  });
}

interface Piece {
  readonly text: string;
  /** The entries that it is of: several where one ends inside of a sentence. */
  readonly entries: Range;
}

/** The sentences of the unit as expected. Split as a whole, as the unit's text is, so that both fall apart alike. */
export function piecesOf(expected: readonly string[], split: Split): readonly Piece[] {
  const starts: number[] = [];
  let length = 0;
  for (const text of expected) {
    starts.push(length);
    length += text.length + 1;
  }
  const whole = expected.join(' ');
  let entry = 0;
  return split(whole).map(({ start, end }) => {
    while ((starts[entry + 1] ?? length) <= start) entry += 1;
    const from = entry;
    while ((starts[entry + 1] ?? length) < end) entry += 1;
    return { text: collapse(whole.slice(start, end)), entries: { start: from, end: entry + 1 } };
  });
}

/** Pieces that share an entry belong together. `start` and `end` count pieces. */
function clustersOf(pieces: readonly Piece[]): readonly (Range & { readonly entries: Range })[] {
  const clusters: { start: number; end: number; entries: Range }[] = [];
  for (const [at, { entries }] of pieces.entries()) {
    const last = clusters.at(-1);
    if (last === undefined || last.entries.end <= entries.start) clusters.push({ start: at, end: at + 1, entries });
    else {
      last.end = at + 1;
      last.entries = { start: last.entries.start, end: Math.max(last.entries.end, entries.end) };
    }
  }
  return clusters;
}
