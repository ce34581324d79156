import { joined, saidBy } from './outline.ts';
import type { Region, Said } from './regions.ts';

/** A region in versions of the source that are known, asked for one after the other. */
export interface Versions {
  last(): Said | undefined;
  history(): { readonly versions: readonly Said[]; readonly translated?: Said | undefined } | undefined;
}

export interface Gaps extends Region {
  readonly own: readonly string[];
  /** What of the units between them is no sentence. */
  readonly rests: readonly string[];
  readonly inFile: readonly string[];
}

export type Kept = { readonly gap: number; readonly texts: readonly string[] } | Unsettled;

/** Changed in both files since the last run, or nobody knows by whom. */
export interface Unsettled {
  readonly source: string;
  readonly inFile: string;
  readonly isKnown: boolean;
}

/** `undefined`: the source's. */
export function keepGap(gaps: Gaps, versions: Versions): Kept | undefined {
  if (gaps.isHiding && lettersIn(gaps.inFile) === lettersIn(gaps.own)) return undefined;
  const own = { gaps: gaps.own.map(saidBy), whole: saidBy(joined(gaps.own, gaps.rests)) };
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
  if (isOne(gaps)) return said.some((text) => known.gaps.includes(text));
  if (said.length === 1 && said[0] === known.whole) return true;
  return said.every((text) => text === '' || known.gaps.includes(text) || gaps.own.some((own) => saidBy(own) === text));
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
  const at = inFile.findLastIndex((text) => known.gaps.includes(saidBy(text)));
  return { gap: 0, texts: saidBy(inFile[at] ?? '') === saidBy(own) ? inFile : inFile.with(at, own) };
}

/** A person's, where the source did not change since. */
function edited(gaps: Gaps, known: Said): Kept | undefined {
  const { own, rests, inFile, isCut, isHiding } = gaps;
  const isSame = (text: string) => known.gaps.includes(saidBy(text));
  if (isHiding) return undefined;
  if (isOne(gaps)) return own.every(isSame) ? { gap: 0, texts: inFile } : undefined;
  const [text] = inFile;
  if (text === undefined || inFile.length > 1) return undefined;
  if (isCut && rests.some((rest) => rest.trim() !== '')) return undefined;
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
