import { diffArrays } from 'diff';
import { collapse } from '../fingerprint.ts';
import { splitSentences } from '../languages/sentences/index.ts';
import type { Language } from '../model.ts';
import { alignBySize } from './align.ts';

/** What a unit of the translated file says, entry by entry. */
export interface Placed {
  /** Texts by entry: `''` where its sentence is gone, `undefined` where it was joined to the one before. */
  readonly texts: readonly (string | undefined)[];
  /** Sentences that belong to no entry, after which entry (−1: before the first). */
  readonly added: readonly { readonly after: number; readonly text: string }[];
}

/**
 * Finds the sentences of the entries in the unit's text. `expected` are the texts as wordferry last wrote them, or the
 * best guess where that is not known. Sentences that stand as expected are anchors; what stands between two anchors
 * belongs to the entries between them, by length where the numbers differ.
 */
export function placeEdits(expected: readonly string[], actual: string, language: Language): Placed {
  const sentences = splitSentences(actual, language);
  const textOf = (from: number, to: number) => actual.slice(sentences[from]?.start, sentences[to - 1]?.end);
  const texts: (string | undefined)[] = expected.map(() => '');
  const added: { after: number; text: string }[] = [];
  for (const gap of gapsOf(
    expected,
    sentences.map(({ start, end }) => actual.slice(start, end)),
    language,
  )) {
    if (gap.anchor) texts[gap.entries.start] = textOf(gap.sentences.start, gap.sentences.end);
    else if (gap.entries.start === gap.entries.end)
      added.push({ after: gap.entries.start - 1, text: textOf(gap.sentences.start, gap.sentences.end) });
    else if (gap.sentences.start < gap.sentences.end) fillGap(gap, expected, sentences, textOf, texts);
  }
  return { texts, added };
}

interface Gap {
  readonly anchor: boolean;
  readonly entries: { readonly start: number; readonly end: number };
  readonly sentences: { readonly start: number; readonly end: number };
}

/** Anchors (one entry and its sentences) and what lies between them, in order. */
function gapsOf(expected: readonly string[], sentences: readonly string[], language: Language): readonly Gap[] {
  const gaps: Gap[] = [];
  let [entry, sentence] = [0, 0];
  for (const anchor of anchorsOf(expected, sentences, language)) {
    gaps.push({
      anchor: false,
      entries: { start: entry, end: anchor.entry },
      sentences: { start: sentence, end: anchor.start },
    });
    gaps.push({ anchor: true, entries: { start: anchor.entry, end: anchor.entry + 1 }, sentences: anchor });
    entry = anchor.entry + 1;
    sentence = anchor.end;
  }
  gaps.push({
    anchor: false,
    entries: { start: entry, end: expected.length },
    sentences: { start: sentence, end: sentences.length },
  });
  return gaps.filter((gap) => gap.entries.end > gap.entries.start || gap.sentences.end > gap.sentences.start);
}

/** Entries all of whose sentences stand in the text, one behind the other. */
function anchorsOf(
  expected: readonly string[],
  sentences: readonly string[],
  language: Language,
): readonly { entry: number; start: number; end: number }[] {
  const pieces = expected.flatMap((text, entry) =>
    splitSentences(text, language).map(({ start, end }) => ({ entry, text: collapse(text.slice(start, end)) })),
  );
  const placeOf = new Map<number, number[]>();
  let [piece, sentence] = [0, 0];
  for (const change of diffArrays(
    pieces.map(({ text }) => text),
    sentences.map(collapse),
  )) {
    for (let at = 0; !change.added && !change.removed && at < change.count; at += 1) {
      const entry = pieces[piece + at]?.entry ?? -1;
      placeOf.set(entry, [...(placeOf.get(entry) ?? []), sentence + at]);
    }
    if (!change.added) piece += change.count;
    if (!change.removed) sentence += change.count;
  }
  const countOf = (entry: number) => pieces.filter((each) => each.entry === entry).length;
  return [...placeOf].flatMap(([entry, places]) => {
    const start = places[0] ?? 0;
    const whole = places.length === countOf(entry) && places.at(-1) === start + places.length - 1;
    return whole ? [{ entry, start, end: start + places.length }] : [];
  });
}

type Slice = (from: number, to: number) => string;

function fillGap(
  gap: Gap,
  expected: readonly string[],
  sentences: readonly { start: number; end: number }[],
  textOf: Slice,
  texts: (string | undefined)[],
): void {
  const sizes = expected.slice(gap.entries.start, gap.entries.end).map((text) => text.length);
  const lengths = sentences.slice(gap.sentences.start, gap.sentences.end).map(({ start, end }) => end - start);
  let [entry, sentence] = [gap.entries.start, gap.sentences.start];
  for (const [takes, gives] of alignBySize(sizes, lengths)) {
    texts[entry] = textOf(sentence, sentence + gives);
    texts.fill(undefined, entry + 1, entry + takes);
    entry += takes;
    sentence += gives;
  }
}
