import { collapse } from '../../fingerprint.ts';
import type { Range } from '../../model.ts';
import type { Split } from '../split-unit.ts';
import { alignBySize } from './align.ts';
import { type Span, spansOf } from './spans.ts';

/** What a unit of the translated file says, entry by entry. */
export interface Placed {
  /** Texts by entry: `''` where its sentence is gone, `undefined` where it was joined to the one before. */
  readonly texts: readonly (string | undefined)[];
  /** Sentences that belong to no entry, after which entry. */
  readonly added: readonly { readonly after: number; readonly text: string }[];
}

/**
 * Finds the sentences of the entries in the unit's text. `expected` are the texts as wordferry last wrote them, or the
 * best guess where that is not known; there is one at least, and none is empty. Sentences that stand as expected are
 * anchors; what stands between two anchors belongs to the entries between them.
 */
export function placeEdits(expected: readonly string[], actual: string, split: Split): Placed {
  const sentences = split(actual);
  const textOf = ({ start, end }: Range) => actual.slice(sentences[start]?.start, sentences[end - 1]?.end);
  const spans = spansOf(
    expected,
    sentences.map(({ start, end }) => collapse(actual.slice(start, end))),
    split,
  );
  const texts = spans.flatMap((span) => {
    const own = expected.slice(span.entries.start, span.entries.end);
    return textsIn(span, own, span.sentences.start < span.sentences.end ? textOf(span.sentences) : '', split);
  });
  const added = spans.filter(({ entries }) => entries.start === entries.end);
  return {
    texts: withLead(texts, actual.slice(0, sentences[leadOf(spans)]?.start)),
    added: added
      .filter(({ entries }) => entries.start > 0)
      .map((span) => ({ after: span.entries.start - 1, text: textOf(span.sentences) })),
  };
}

/** The texts of the entries of one span, whose whole text is `text`. */
function textsIn(
  { isAnchor }: Span,
  expected: readonly string[],
  text: string,
  split: Split,
): readonly (string | undefined)[] {
  if (isAnchor) return expected.length === 1 ? [text] : expected;
  return text === '' ? expected.map(() => '') : share(expected, text, split);
}

/** Gives the text of a span to its entries: by length, where nothing better is known. */
function share(expected: readonly string[], text: string, split: Split): readonly (string | undefined)[] {
  const sentences = split(text);
  const [first = '', last = ''] = [expected[0], expected.at(-1)];
  // One may stand there all the same, where it or its neighbour ends without a stop.
  const isFewer = expected.length > Math.max(1, sentences.length);
  if (isFewer && text.startsWith(`${first} `))
    return [first, ...share(expected.slice(1), text.slice(first.length).trimStart(), split)];
  if (isFewer && text.endsWith(` ${last}`))
    return [...share(expected.slice(0, -1), text.slice(0, -last.length).trimEnd(), split), last];
  const beads = alignBySize(
    expected.map(({ length }) => length),
    sentences.map(({ start, end }) => end - start),
  );
  let next = 0;
  return beads.flatMap(([takes, gives]) => {
    const piece = text.slice(sentences[next]?.start, sentences[next + gives - 1]?.end);
    next += gives;
    return [piece, ...new Array<undefined>(takes - 1).fill(undefined)];
  });
}

/** Index of the first sentence that is no lead: of what a person wrote before the first entry's sentence. */
function leadOf([first]: readonly Span[]): number {
  return first !== undefined && first.entries.end === 0 ? first.sentences.end : 0;
}

/** There is no entry before the first that a lead could stand after: it is the first one's. */
function withLead([first, ...rest]: readonly (string | undefined)[], lead: string): Placed['texts'] {
  return [lead.trim() === '' ? first : lead + (first ?? ''), ...rest];
}
