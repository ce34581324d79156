import { anyUnit } from '../../formats/unit-text.ts';
import type { Document, Range, Segment } from '../../model.ts';
import type { Split } from '../split-unit.ts';
import { type ReadUnit, unitLabel } from '../units.ts';
import { alignTexts, type Bead, type Shapes } from './align-texts.ts';
import type { Anchors } from './anchors.ts';
import type { UnitPair } from './pair-units.ts';

/** Sentences of the source that share one text of the translated file; none: text that is nobody's translation. */
export interface PairedGroup {
  readonly sources: readonly string[];
  readonly text: string;
}

/** A unit of the translated file, or two that say what one of the source says. Its text is that of its groups in order. */
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

/** Sentence by sentence what stands in units that say the same; what of the source is nowhere is left out. */
export function pairSentences({ source, target }: UnitPair, pairing: PairingSentences): PairedUnit {
  const segments = source.flat();
  const sentences = sentencesOf(target, pairing.split);
  const beads = beadsOf(segments, sentences, pairing).filter(({ right }) => right.length > 0);
  return {
    name: target[0] === undefined ? '' : unitLabel(target[0]),
    groups: beads.map(({ left, right }) => ({
      sources: left.map((at) => segments[at]?.text ?? ''),
      text: textOf(right.map((at) => sentences[at]).filter((sentence) => sentence !== undefined)),
    })),
  };
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
  [1, 0, 4.5],
  [0, 1, 4.5],
  [1, 2, 4],
  [2, 1, 4],
  [2, 2, 7],
  [1, 3, 7],
  [3, 1, 7],
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

/** As it stands in each unit. */
function textOf(sentences: readonly Sentence[]): string {
  const units = [...new Set(sentences.map(({ unit }) => unit))];
  const texts = units.map((unit) => {
    const own = sentences.filter((sentence) => sentence.unit === unit);
    return unit.text.slice(own[0]?.start, own.at(-1)?.end);
  });
  return texts.join(' ');
}
