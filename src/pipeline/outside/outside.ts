import { fingerprint } from '../../fingerprint.ts';
import type { Document, Language } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import type { TargetUnit } from '../units.ts';
import { keepGap, type Unsettled, type Versions } from './keep-gap.ts';
import { gapRanges, joined, type Outline, type Skeleton, saidBy, skeletonOf, spokenTexts } from './outline.ts';
import { type Layout, type Region, regionsOf, saidIn } from './regions.ts';

/**
 * What people changed in a translated file outside of its sentences (a code block, the path of an image, a comment), by the
 * gap of the source where it stands: 0 before the first unit, n behind the nth. Several texts where paragraphs that a
 * person added stand between them.
 */
export type Outside = ReadonlyMap<number, readonly string[]>;

export interface Clash extends Unsettled {
  /** Offset in the translated file. */
  readonly at: number;
  /** Of a paragraph that has no place for it. */
  readonly isInside?: true;
}

/** The source as earlier runs saw it. Asked for only where a gap is not the source's. */
export interface Known {
  /** The last run on this machine. */
  last(): Outline | undefined;
  /** As git has it; `undefined` where it does not know enough. */
  history(): History | undefined;
}

export interface History {
  /** All versions that were committed. */
  readonly versions: readonly Outline[];
  /** The one that stood there when the translated file was last committed. */
  readonly translated: Outline | undefined;
}

export interface OutsideEdits {
  readonly outside: Outside;
  readonly clash?: Clash | undefined;
}

/**
 * The three-way comparison of what stands between the sentences: what is not the source's, nor was in a version that an
 * earlier run saw, a person wrote, and it stays. Where the source was changed there as well only a person knows.
 */
export function outsideEdits(
  document: Document,
  layout: Layout,
  { known, language, settings }: { readonly known: Known; readonly language: Language; readonly settings: Settings },
): OutsideEdits {
  const source = skeletonOf(document, language, settings);
  const ranges = gapRanges(layout.found, layout.text.length);
  const units = spokenTexts(document);
  const outside = new Map<number, readonly string[]>();
  const lost = restClash(layout, source, known);
  if (lost !== undefined) return { outside, clash: lost };
  for (const region of regionsOf(layout, units)) {
    const own = source.gaps.slice(region.source.start, region.source.end);
    const places = ranges.slice(region.target.start, region.target.end);
    const rests = source.rests.slice(region.source.start, region.source.end - 1);
    const gaps = { ...region, own, rests, inFile: places.map(({ start, end }) => layout.text.slice(start, end)) };
    if (own.join('') === gaps.inFile.join('') && own.length === gaps.inFile.length) continue;
    const kept = keepGap(gaps, versionsOf(known, region, units.map(fingerprint)));
    if (kept === undefined) continue;
    if ('texts' in kept) outside.set(region.source.start + kept.gap, kept.texts);
    else return { outside, clash: { ...kept, at: places[0]?.start ?? 0 } };
  }
  return { outside };
}

/**
 * What a person wrote inside of a paragraph, and in no sentence of it, has no place when it is written again: lines that
 * stand nowhere in the source.
 */
function restClash({ found }: Layout, { gaps, rests }: Skeleton, { last, history }: Known): Clash | undefined {
  const wholeOf = (outline: Outline | undefined) =>
    outline === undefined ? [] : [joined(outline.gaps, outline.rests)];
  const versions = [
    () => [saidBy(joined(gaps, rests))],
    () => wholeOf(last()),
    () => history()?.versions.flatMap(wholeOf) ?? [],
  ];
  let open = found.flatMap((unit) => linesOf(unit).map((line) => ({ unit, line })));
  for (const wholes of versions) {
    if (open.length === 0) return undefined;
    const known = wholes();
    open = open.filter(({ line }) => !known.some((whole) => whole.includes(saidBy(line))));
  }
  const [one] = open;
  if (one === undefined) return undefined;
  const isKnown = last() !== undefined || history()?.translated !== undefined;
  return { source: '', inFile: one.line, at: one.unit.start, isKnown, isInside: true };
}

/** Quotes and marks are the encoder's. */
function linesOf({ rest }: TargetUnit): readonly string[] {
  return rest.split(/[\r\n]+/).filter((line) => /[\p{L}\p{N}]/u.test(line));
}

function versionsOf({ last, history }: Known, region: Region, units: readonly string[]): Versions {
  const saidOf = (outline: Outline) => saidIn(outline, region, units);
  return {
    last: () => {
      const outline = last();
      return outline && saidOf(outline);
    },
    history: () => {
      const known = history();
      if (known === undefined) return undefined;
      return { translated: known.translated && saidOf(known.translated), versions: known.versions.map(saidOf) };
    },
  };
}
