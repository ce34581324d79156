import { anyUnit } from '../formats/unit-text.ts';
import type { Document, Range, Segment } from '../model.ts';
import { alignTexts, type Bead, type Shapes } from './align-texts.ts';
import type { Anchors } from './anchors.ts';
import type { UnitPair } from './pair-units.ts';
import type { Split } from './split-unit.ts';
import { type ReadUnit, unitLabel } from './units.ts';

/** Sentences of the source that share one text of the translated file; none: text that is nobody's translation. */
export interface PairedGroup {
  readonly sources: readonly string[];
  readonly text: string;
}

/** A unit of the translated file, whose text is that of its groups in order. */
export interface PairedUnit {
  /** Kind, and key where the format has one. */
  readonly name: string;
  readonly groups: readonly PairedGroup[];
}

export interface PairingSentences {
  readonly document: Document;
  readonly anchors: Anchors;
  /** Of the target language. */
  readonly split: Split;
}

/**
 * Sentence by sentence what stands in units that say the same. Paragraphs are never parted or put together for it: where
 * one became two, the one that says most of it is its translation and the other is text of its own; where two became one,
 * the sentences at their border share a text.
 */
export function pairSentences({ source, target }: UnitPair, pairing: PairingSentences): readonly PairedUnit[] {
  const segments = source.flat();
  const sentences = sentencesOf(target, pairing.split);
  const beads = beadsOf(segments, sentences, pairing);
  const own = ownUnit(beads, sentences);
  return target.map((unit) => ({
    name: unitLabel(unit),
    groups:
      unit === own
        ? joinBorder(groupsIn(unit, beads, sentences), source[0]?.length ?? 0).map(({ left, text }) => ({
            sources: left.map((at) => segments[at]?.text ?? ''),
            text,
          }))
        : [{ sources: [], text: unit.text }],
  }));
}

/** A sentence of the translated file. */
interface Sentence extends Range {
  readonly unit: ReadUnit;
}

function sentencesOf(units: readonly ReadUnit[], split: Split): readonly Sentence[] {
  return units.flatMap((unit) => split(unit.text, unit).map((range) => ({ ...range, unit })));
}

/** Sentences are parted and put together more often than paragraphs. */
const shapes: Shapes = [
  [1, 1, 0],
  [1, 0, 6],
  [0, 1, 6],
  [1, 2, 2.3],
  [2, 1, 2.3],
  [2, 2, 4.5],
  [1, 3, 4.5],
  [3, 1, 4.5],
];

function beadsOf(
  segments: readonly Segment[],
  sentences: readonly Sentence[],
  { document: { units, format }, anchors }: PairingSentences,
): readonly Bead[] {
  // All of a sentence is somewhere.
  if (segments.length === 1) return [{ left: [0], right: sentences.map((_, at) => at) }];
  return alignTexts(
    segments.map(({ text, unit }) => {
      return { size: text.length, anchors: anchors.ofSource(text, { unit: units[unit] ?? anyUnit, format }) };
    }),
    sentences.map(({ start, end, unit }) => {
      const text = unit.text.slice(start, end);
      return { size: text.length, anchors: anchors.ofTarget(text, { unit, format }) };
    }),
    shapes,
  );
}

/** The unit in which most sentences of the source begin; none where nothing of the source is there. */
function ownUnit(beads: readonly Bead[], sentences: readonly Sentence[]): ReadUnit | undefined {
  const counts = new Map<ReadUnit, number>();
  for (const { left, right } of beads) {
    const unit = sentences[right[0] ?? -1]?.unit;
    if (unit !== undefined && left.length > 0) counts.set(unit, (counts.get(unit) ?? 0) + left.length);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

interface Group {
  /** Indices of the segments. */
  readonly left: readonly number[];
  readonly text: string;
}

/** Sentences whose text stands in another unit share that of their neighbour here. */
function groupsIn(unit: ReadUnit, beads: readonly Bead[], sentences: readonly Sentence[]): readonly Group[] {
  const groups: Group[] = [];
  let waiting: readonly number[] = [];
  for (const { left, right } of beads) {
    const own = right.map((at) => sentences[at]).filter((sentence) => sentence?.unit === unit);
    const last = groups.at(-1);
    if (own.length > 0) {
      groups.push({ left: [...waiting, ...left], text: unit.text.slice(own[0]?.start, own.at(-1)?.end) });
      waiting = [];
    } else if (right.length > 0 && last !== undefined)
      groups[groups.length - 1] = { ...last, left: [...last.left, ...left] };
    else if (right.length > 0) waiting = [...waiting, ...left];
  }
  return groups;
}

/** `border`: how many sentences the first unit of the source has. */
function joinBorder(groups: readonly Group[], border: number): readonly Group[] {
  const from = groups.findLastIndex(({ left }) => left.some((at) => at < border));
  const to = groups.findLastIndex(({ left }) => left.some((at) => at >= border));
  if (from < 0 || to <= from) return groups;
  const joined = groups.slice(from, to + 1);
  const one = { left: joined.flatMap(({ left }) => left), text: joined.map(({ text }) => text).join(' ') };
  return [...groups.slice(0, from), one, ...groups.slice(to + 1)];
}
