import type { Document, ReviewFile } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { TranslationFiles } from './project.ts';
import { shownText } from './settle.ts';
import { entriesByUnit, unitsOfTarget, withoutBlanks } from './units.ts';

/**
 * A merge of review files may leave the translated file with conflict markers or with one side's text. Units that stood
 * in a review file of either side are nobody's edits since then: they fell behind. `undefined` where nothing was merged.
 */
export interface Behind {
  /** Units of the translated file as either side had them, found by `withoutBlanks`. */
  readonly units: ReadonlySet<string>;
  /** All of the file is what the merge left, conflicts included: it is rendered anew. */
  readonly isWhole: boolean;
}

export function fellBehind(document: Document, files: TranslationFiles, settings: Settings): Behind | undefined {
  const { text, language, merge } = files;
  if (merge === undefined || text === undefined) return undefined;
  const unitsOf = (text: string) =>
    unitsOfTarget(text, language, { ...document, settings }).map((unit) => withoutBlanks(unit.text));
  const known = new Set(merge.sides.flatMap((review) => entriesByUnit(review.entries).map(shownUnit)));
  const copied = new Set(unitsOf(document.text));
  const { committed } = merge;
  const isLeft = committed === undefined || committed === text;
  return {
    units: committed === undefined ? known : new Set(unitsOf(committed).filter((unit) => known.has(unit))),
    isWhole:
      isLeft &&
      versionsOf(text).every((version) => unitsOf(version).every((unit) => known.has(unit) || copied.has(unit))),
  };
}

const shownUnit = (unit: ReviewFile['entries']): string => withoutBlanks(unit.map(shownText).join(' '));

/** Both sides of git's conflicts; the text itself, twice, where it has none. */
export function versionsOf(text: string): readonly string[] {
  const [ours, theirs]: [string[], string[]] = [[], []];
  let side: Side = 'both';
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const next = sideAfter(line, side);
    if (next === side) {
      if (side === 'both' || side === 'ours') ours.push(line);
      if (side === 'both' || side === 'theirs') theirs.push(line);
    }
    side = next;
  }
  return [ours.join(''), theirs.join('')];
}

type Side = 'both' | 'ours' | 'base' | 'theirs';

/** Where a line of git's leads; the same side for any other line. */
function sideAfter(line: string, side: Side): Side {
  if (side === 'both') return line.startsWith('<<<<<<< ') ? 'ours' : 'both';
  if (line.startsWith('>>>>>>> ')) return 'both';
  if (side === 'theirs') return 'theirs';
  if (/^={7}\r?\n/.test(line)) return 'theirs';
  return line.startsWith('||||||| ') ? 'base' : side;
}
