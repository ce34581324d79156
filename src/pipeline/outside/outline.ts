import { fingerprint } from '../../fingerprint.ts';
import { anyUnit } from '../../formats/unit-text.ts';
import type { Document, Language, Range, Unit } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { splice } from '../../splice.ts';
import { furniturePieces } from '../furniture-pieces.ts';
import { pairInOrder } from '../pair-in-order.ts';
import { withoutBlanks } from '../units.ts';
import { restOf } from './rest-of.ts';

/** Units that have sentences, and the texts before the first, between them, and behind the last: one more than units. */
export interface Skeleton {
  readonly units: readonly Range[];
  readonly gaps: readonly string[];
  /** What of each unit is in none of its sentences: an image or a code span in a line of its own. */
  readonly rests: readonly string[];
}

/** What is remembered of a document's skeleton: fingerprints of its units, and what its gaps say. */
export interface Outline {
  readonly units: readonly string[];
  readonly gaps: readonly string[];
  readonly rests: readonly string[];
}

/** What a translated file has around its sentences where nobody changed it. */
export function skeletonOf(document: Document, language: Language, { furniture }: Settings): Skeleton {
  const units = spokenUnits(document);
  const pieces = furniturePieces(document, language, furniture);
  const gaps = gapRanges(units, document.text.length).map(({ start, end }) => {
    const own = pieces.filter((piece) => piece.start >= start && piece.end <= end);
    return splice(
      document.text.slice(start, end),
      own.map((piece) => ({ ...piece, start: piece.start - start, end: piece.end - start })),
    );
  });
  return { units, gaps, rests: restsOf(document) };
}

function restsOf({ text, segments, units }: Document): readonly string[] {
  const own = new Map<number, Range[]>();
  for (const { unit, start, end } of segments) {
    const known = own.get(unit);
    if (known === undefined) own.set(unit, [{ start, end }]);
    else known.push({ start, end });
  }
  return [...own].map(([at, sentences]) => {
    const { start, end, fixed } = units[at] ?? anyUnit;
    return restOf(text, { start, end, fixed }, sentences);
  });
}

export function gapRanges(units: readonly Range[], length: number): readonly Range[] {
  return [...units, { start: length, end: length }].map(({ start }, at) => ({
    start: units[at - 1]?.end ?? 0,
    end: start,
  }));
}

export function spokenUnits({ segments, units }: Document): readonly Unit[] {
  const spoken = new Set(segments.map(({ unit }) => unit));
  return units.filter((_, at) => spoken.has(at));
}

/** Without blanks: what a unit is found again by. */
export function spokenTexts({ segments }: Document): readonly string[] {
  const texts = new Map<number, string>();
  for (const { unit, text } of segments) texts.set(unit, (texts.get(unit) ?? '') + withoutBlanks(text));
  return [...texts.values()];
}

export function outlineOf(document: Document, language: Language, settings: Settings): Outline {
  const { gaps, rests } = skeletonOf(document, language, settings);
  return { units: spokenTexts(document).map(fingerprint), gaps: gaps.map(saidBy), rests: rests.map(saidBy) };
}

/** What a text says outside of sentences; the same where a formatter changed it: blanks, marks of lists, quotes, lengths of rules. */
export function saidBy(text: string): string {
  if (text.trim() === '') return '';
  return text
    .replace(/^[^\S\r\n]*[*+-](?=\s)/gm, '-')
    .replace(/\s+/g, '')
    .replaceAll("'", '"')
    .replaceAll('/>', '>')
    .replace(/([^\p{L}\p{N}])\1+/gu, '$1');
}

/** Gaps, and what of the units between them is no sentence, as one text. */
export function joined(gaps: readonly string[], rests: readonly string[]): string {
  return gaps.map((gap, at) => gap + (rests[at] ?? '')).join('');
}

/** By their index on the left: equal texts in order, and between them those that stand at the same place, where their number is the same. */
export function pairInPlace(left: readonly string[], right: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const [one, other] of [...pairInOrder(left, right), [left.length, right.length] as const]) {
    if (one - from === other - to) for (; from < one; from += 1, to += 1) pairs.set(from, to);
    if (one < left.length) pairs.set(one, other);
    [from, to] = [one + 1, other + 1];
  }
  return pairs;
}
