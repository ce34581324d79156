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
  last(): ReadonlySet<string> | undefined;
  history(): { readonly any: ReadonlySet<string>; readonly translated: ReadonlySet<string> } | undefined;
}

function versionsOf({ last, history }: Known, region: Region, units: readonly string[]): Versions {
  const gapsOf = (outline: Outline) => gapsIn(outline, region, units);
  return {
    last: () => {
      const outline = last();
      return outline && gapsOf(outline);
    },
    history: () => {
      const known = history();
      if (known === undefined) return undefined;
      const any = new Set(known.versions.flatMap((version) => [...gapsOf(version)]));
      return { any, translated: known.translated === undefined ? new Set() : gapsOf(known.translated) };
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
  const own = new Set(gaps.own.map(saidBy));
  if (isCopy(gaps, own)) return copied(gaps, own);
  const last = versions.last();
  if (last !== undefined && isCopy(gaps, last)) return copied(gaps, last);
  const kept = last && edited(gaps, last);
  if (kept !== undefined) return kept;
  const history = versions.history();
  if (history !== undefined && isCopy(gaps, history.any)) return copied(gaps, history.any);
  const isKnown = last !== undefined || history !== undefined;
  return (
    (history && edited(gaps, history.translated)) ?? {
      isKnown,
      source: gaps.own.join(''),
      inFile: gaps.inFile.join(''),
    }
  );
}

/** One gap of the source, in the translated file parted at most by what people added. */
const isOne = ({ own, isAdded }: Gaps): boolean => own.length === 1 && isAdded;

/** Nothing there is a person's but what stands around added paragraphs. */
function isCopy(gaps: Gaps, known: ReadonlySet<string>): boolean {
  if (isOne(gaps)) return gaps.inFile.some((text) => known.has(saidBy(text)));
  const own = new Set(gaps.own.map(saidBy));
  return gaps.inFile.map(saidBy).every((said) => said === nothing || known.has(said) || own.has(said));
}

const nothing = saidBy('');

/** Signs may be those of a sentence that has no letters. */
const lettersIn = (texts: readonly string[]): string =>
  texts
    .join(' ')
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** The source's text as it is now, in the place of the one that was. */
function copied(gaps: Gaps, known: ReadonlySet<string>): Kept | undefined {
  const [own = ''] = gaps.own;
  const { inFile } = gaps;
  if (!isOne(gaps) || inFile.length === 1) return undefined;
  const at = inFile.findLastIndex((text) => known.has(saidBy(text)));
  return { gap: 0, texts: saidBy(inFile[at] ?? '') === saidBy(own) ? inFile : inFile.with(at, own) };
}

/** A person's, where the source did not change since. */
function edited(gaps: Gaps, known: ReadonlySet<string>): Kept | undefined {
  const { own, inFile } = gaps;
  const isSame = (text: string) => known.has(saidBy(text));
  if (gaps.isHiding) return undefined;
  if (isOne(gaps)) return own.every(isSame) ? { gap: 0, texts: inFile } : undefined;
  if (inFile.length > 1) return undefined;
  if (!gaps.isCut) return own.some(isSame) ? { gap: own.findIndex(isSame), texts: inFile } : undefined;
  const spoken = own.filter((text) => saidBy(text) !== nothing);
  if (spoken.length > 1 || !own.every(isSame)) return undefined;
  const gap = Math.max(0, own.indexOf(spoken[0] ?? ''));
  return { gap, texts: [betweenBlanks(own[gap] ?? '', inFile[0] ?? '')] };
}

/** The blanks around units that were taken away stand there already. */
function betweenBlanks(own: string, text: string): string {
  const start = own.length - own.trimStart().length;
  return own.slice(0, start) + text.trim() + own.slice(own.trimEnd().length);
}
