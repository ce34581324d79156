import { anyUnit } from '../../formats/unit-text.ts';
import type { Document, Segment, Unit } from '../../model.ts';
import { type ReadUnit, unitLabel } from '../units.ts';
import { alignTexts, type Bead, type Shapes } from './align-texts.ts';
import type { Anchors } from './anchors.ts';

/** A unit of the source, by its sentences. */
export type SourceUnit = readonly Segment[];

/** Units that say the same, in either language: at most two. The source may have none. */
export interface UnitPair {
  readonly source: readonly SourceUnit[];
  readonly target: readonly ReadUnit[];
}

/** A translated file with its units. */
export interface ReadFile {
  readonly text: string;
  readonly units: readonly ReadUnit[];
}

/**
 * Which units of a translated file say what units of the source say: by key where the format has one, else in order, by
 * kind, length and anchors. In the order of the translated file; units of the source alone are left out.
 */
export function pairUnits(document: Document, file: ReadFile, anchors: Anchors): readonly UnitPair[] {
  const sources = sourceUnits(document);
  const unitOf = ([first]: SourceUnit): Unit => document.units[first?.unit ?? -1] ?? anyUnit;
  const isKeyed = ({ key }: Unit) => key !== undefined;
  const keyed = pairByKey(
    sources.filter((unit) => isKeyed(unitOf(unit))).map((unit) => [unitLabel(unitOf(unit)), unit]),
    file.units.filter(isKeyed),
  );
  const left = sources.filter((unit) => !isKeyed(unitOf(unit)));
  const right = file.units.filter((unit) => !isKeyed(unit));
  const { text, format } = document;
  const beads = alignTexts(
    left.map((unit, at) => {
      const own = unitOf(unit);
      const read = unit.map((segment) => segment.text).join(' ');
      const next = left[at + 1];
      const gap = text.slice(own.end, next && unitOf(next).start);
      const shared = [...anchors.ofSource(read, { unit: own, format }), ...anchors.ofGap(gap)];
      return { size: read.length, kind: own.kind, anchors: new Set(shared) };
    }),
    right.map((unit, at) => {
      const gap = file.text.slice(unit.end, right[at + 1]?.start);
      const shared = [...anchors.ofTarget(unit.text, { unit, format }), ...anchors.ofGap(gap)];
      return { size: unit.text.length, kind: unit.kind, anchors: new Set(shared) };
    }),
    shapes,
  );
  const places = new Map(file.units.map((unit, at) => [unit, at]));
  const isApart = (one: ReadUnit, other: ReadUnit) => (places.get(other) ?? 0) - (places.get(one) ?? 0) !== 1;
  return [...keyed, ...beads.flatMap((bead) => parted(unitPair(bead, left, right), isApart))]
    .filter(({ target }) => target.length > 0)
    .toSorted((a, b) => (a.target[0]?.start ?? 0) - (b.target[0]?.start ?? 0));
}

/** Paragraphs mostly stay what they are. */
const shapes: Shapes = [
  [1, 1, 0],
  [1, 0, 5],
  [0, 1, 5],
  [1, 2, 6],
  [2, 1, 6],
  [2, 2, 8],
];

function sourceUnits({ segments }: Document): readonly SourceUnit[] {
  const units: Segment[][] = [];
  for (const segment of segments) {
    const last = units.at(-1);
    if (last?.[0]?.unit === segment.unit) last.push(segment);
    else units.push([segment]);
  }
  return units;
}

/** The nth of a key goes with the nth. */
function pairByKey(
  sources: readonly (readonly [name: string, unit: SourceUnit])[],
  found: readonly ReadUnit[],
): readonly UnitPair[] {
  const open = new Map<string, SourceUnit[]>();
  for (const [name, unit] of sources) open.set(name, [...(open.get(name) ?? []), unit]);
  return found.map((unit) => {
    const source = open.get(unitLabel(unit))?.shift();
    return { source: source === undefined ? [] : [source], target: [unit] };
  });
}

function unitPair({ left, right }: Bead, sources: readonly SourceUnit[], found: readonly ReadUnit[]): UnitPair {
  return {
    source: left.map((at) => sources[at] ?? []),
    target: right.map((at) => found[at]).filter((unit) => unit !== undefined),
  };
}

/** What has a key may stand between two units that belong together: an attribute in HTML. Then they go each its way. */
function parted(pair: UnitPair, isApart: (one: ReadUnit, other: ReadUnit) => boolean): readonly UnitPair[] {
  const [one, other] = pair.target;
  if (one === undefined || other === undefined || !isApart(one, other)) return [pair];
  return [
    { source: pair.source.slice(0, 1), target: [one] },
    { source: pair.source.slice(1), target: [other] },
  ];
}
