import type { Range } from '../../model.ts';
import type { UnitBead } from '../adoption/unit-beads.ts';
import type { TargetUnit } from '../units.ts';
import { joined, type Outline, pairInPlace, saidBy } from './outline.ts';

/** How the units of a translated file go with those of its source. */
export interface Layout {
  /** Of the translated file. */
  readonly text: string;
  /** Its units. */
  readonly found: readonly TargetUnit[];
  /** For each unit of the review file its source, without blanks; `''` of what people added. */
  readonly sources: readonly string[];
  /** Units of the review file whose text has no letters, so that it may stand there unseen. */
  readonly hidden: ReadonlySet<number>;
  readonly beads: readonly UnitBead[];
}

/** What stands between two units that both files have. Indices are of gaps: 0 before the first unit, n behind the nth. */
export interface Region {
  readonly source: Range;
  readonly target: Range;
  /** All that parts the gaps of the translated file was added by people. */
  readonly isAdded: boolean;
  /** People took units away between them. */
  readonly isCut: boolean;
  /** Units whose texts have no letters may stand there. */
  readonly isHiding: boolean;
}

const untouched = { isAdded: true, isCut: false, isHiding: false };

/** `units` are those of the source, without blanks. Ends are exclusive. */
export function regionsOf({ sources, hidden, beads, found }: Layout, units: readonly string[]): readonly Region[] {
  const placeOf = placesOf(sources, units);
  const regions: Region[] = [];
  let open = { source: 0, target: 0, ...untouched };
  const close = (source: number, target: number) =>
    regions.push({
      ...open,
      source: { start: open.source, end: source + 1 },
      target: { start: open.target, end: target + 1 },
    });
  let [entry, unit] = [0, 0];
  for (const [n, m] of beads) {
    const own = sources.slice(entry, entry + n).flatMap((text, at) => (text === '' ? [] : [placeOf.get(entry + at)]));
    const [first, last] = [own[0], own.at(-1)];
    if (m > 0 && first !== undefined && last !== undefined && first >= open.source) {
      close(first, unit);
      open = { source: last + 1, target: unit + m, ...untouched };
    } else if (own.length > 0) {
      const isHiding = open.isHiding || (m === 0 && hidden.has(entry));
      open = { ...open, isAdded: open.isAdded && m === 0, isCut: open.isCut || m === 0, isHiding };
    }
    entry += n;
    unit += m;
  }
  close(units.length, found.length);
  return regions;
}

/** Of units of the review file among those of the source; what people added has none. */
function placesOf(sources: readonly string[], units: readonly string[]): ReadonlyMap<number, number> {
  const own = sources.flatMap((source, at) => (source === '' ? [] : [at]));
  const pairs = pairInPlace(
    own.map((at) => sources[at] ?? ''),
    units,
  );
  return new Map([...pairs].map(([at, place]) => [own[at] ?? at, place]));
}

/** What a region has, or had in a version of the source. */
export interface Said {
  readonly gaps: readonly string[];
  /** All of it as one text, with what of its units is no sentence. */
  readonly whole: string;
}

/** All gaps of the version where the region's ends are not known there. */
export function saidIn(version: Outline, { source }: Region, units: readonly string[]): Said {
  const placeOf = pairInPlace(units, version.units);
  const start = source.start === 0 ? -1 : placeOf.get(source.start - 1);
  const end = source.end > units.length ? version.units.length : placeOf.get(source.end - 1);
  const isThere = start !== undefined && end !== undefined && start < end;
  const [first, last] = isThere ? [start + 1, end] : [0, version.units.length];
  const gaps = version.gaps.slice(first, last + 1);
  return { gaps, whole: saidBy(joined(gaps, version.rests.slice(first, last))) };
}
