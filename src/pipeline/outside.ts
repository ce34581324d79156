import { fingerprint } from '../fingerprint.ts';
import type { Document, Language } from '../model.ts';
import type { Settings } from '../settings.ts';
import { gapRanges, type Outline, saidBy, skeletonOf, spokenTexts } from './outline.ts';
import { gapsIn, type Layout, type Region, regionsOf } from './regions.ts';

/**
 * What people changed in a translated file outside of its sentences (a code block, the path of an image, a comment), by the
 * gap of the source where it stands: 0 before the first unit, n behind the nth. Several texts where paragraphs that a
 * person added stand between them.
 */
export type Outside = ReadonlyMap<number, readonly string[]>;

/** A gap that was changed in both files since the last run, or nobody knows by whom. */
export interface Clash {
  readonly source: string;
  readonly inFile: string;
  /** Offset in the translated file. */
  readonly at: number;
  readonly isKnown: boolean;
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
  for (const region of regionsOf(layout, units)) {
    const own = source.gaps.slice(region.source.start, region.source.end);
    const places = ranges.slice(region.target.start, region.target.end);
    const gaps = { ...region, own, inFile: places.map(({ start, end }) => layout.text.slice(start, end)) };
    if (own.join('') === gaps.inFile.join('') && own.length === gaps.inFile.length) continue;
    const kept = keep(gaps, versionsOf(known, region, units.map(fingerprint)));
    if (kept === undefined) continue;
    if ('texts' in kept) outside.set(region.source.start + kept.gap, kept.texts);
    else return { outside, clash: { ...kept, at: places[0]?.start ?? 0 } };
  }
  return { outside };
}

interface Versions {
  last(): Said | undefined;
  history(): { readonly versions: readonly Said[]; readonly translated?: Said | undefined } | undefined;
}

/** What the gaps of a region say in a version, in order. */
type Said = readonly string[];

function versionsOf({ last, history }: Known, region: Region, units: readonly string[]): Versions {
  const gapsOf = (outline: Outline | undefined) => outline && gapsIn(outline, region, units);
  return {
    last: () => gapsOf(last()),
    history: () => {
      const known = history();
      const translated = gapsOf(known?.translated);
      return known && { translated, versions: known.versions.flatMap((version) => [gapsOf(version) ?? []]) };
    },
  };
}

interface Gaps extends Region {
  readonly own: readonly string[];
  readonly inFile: readonly string[];
}

type Kept = { readonly gap: number; readonly texts: readonly string[] } | Omit<Clash, 'at'>;

/** `undefined`: the source's. */
function keep(gaps: Gaps, versions: Versions): Kept | undefined {
  if (gaps.isHiding && lettersIn(gaps.inFile) === lettersIn(gaps.own)) return undefined;
  const own = gaps.own.map(saidBy);
  if (isCopy(gaps, own)) return copied(gaps, own);
  const last = versions.last();
  if (last !== undefined && isCopy(gaps, last)) return copied(gaps, last);
  const kept = last && edited(gaps, last);
  if (kept !== undefined) return kept;
  const history = versions.history();
  const old = history?.versions.find((version) => isCopy(gaps, version));
  if (old !== undefined) return copied(gaps, old);
  const isKnown = last !== undefined || history?.translated !== undefined;
  const clash = { isKnown, source: gaps.own.join(''), inFile: gaps.inFile.join('') };
  return (history?.translated && edited(gaps, history.translated)) ?? clash;
}

/** One gap of the source, in the translated file parted at most by what people added. */
const isOne = ({ own, isAdded }: Gaps): boolean => own.length === 1 && isAdded;

/** Nothing there is a person's but what stands around added paragraphs. */
function isCopy(gaps: Gaps, known: Said): boolean {
  const said = gaps.inFile.map(saidBy);
  if (isOne(gaps)) return said.some((text) => known.includes(text));
  if (said.length === 1 && said[0] === saidBy(known.join(''))) return true;
  return said.every((text) => text === '' || known.includes(text) || gaps.own.some((own) => saidBy(own) === text));
}

/** Signs may be those of a sentence that has no letters. */
const lettersIn = (texts: readonly string[]): string =>
  texts
    .join(' ')
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** The source's text as it is now, in the place of the one that was. */
function copied(gaps: Gaps, known: Said): Kept | undefined {
  const [own = ''] = gaps.own;
  const { inFile } = gaps;
  if (!isOne(gaps) || inFile.length === 1) return undefined;
  const at = inFile.findLastIndex((text) => known.includes(saidBy(text)));
  return { gap: 0, texts: saidBy(inFile[at] ?? '') === saidBy(own) ? inFile : inFile.with(at, own) };
}

/** A person's, where the source did not change since. */
function edited(gaps: Gaps, known: Said): Kept | undefined {
  const { own, inFile, isCut, isHiding } = gaps;
  const isSame = (text: string) => known.includes(saidBy(text));
  if (isHiding) return undefined;
  if (isOne(gaps)) return own.every(isSame) ? { gap: 0, texts: inFile } : undefined;
  const [text] = inFile;
  if (text === undefined || inFile.length > 1) return undefined;
  if (isCut) return own.every(isSame) ? besideTheCut(own, text) : undefined;
  return own.some(isSame) ? { gap: own.findIndex(isSame), texts: inFile } : undefined;
}

/** Of several gaps that became one the most similar is the person's; the others may stand there since the last run. */
function besideTheCut(own: readonly string[], text: string): Kept {
  const candidates = own.map((each, gap) => {
    const [before, behind] = [own.slice(0, gap).join(''), own.slice(gap + 1).join('')];
    const isAround = text.startsWith(before) && text.slice(before.length).endsWith(behind);
    const middle = isAround ? text.slice(before.length, text.length - behind.length) : text;
    return { gap, text: betweenBlanks(each, middle), alike: alike(saidBy(each), saidBy(middle)) };
  });
  const best = candidates.reduce((most, each) => (each.alike > most.alike ? each : most));
  return { gap: best.gap, texts: [best.text] };
}

/** The share of what both begin and end with. */
function alike(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && one[start] === other[start]) start += 1;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (2 * (start + end)) / Math.max(1, one.length + other.length);
}

/** The blanks around units that were taken away stand there already. */
function betweenBlanks(own: string, text: string): string {
  const start = own.length - own.trimStart().length;
  return own.slice(0, start) + text.trim() + own.slice(own.trimEnd().length);
}
