import { readConflicts } from '../../conflicts.ts';
import type { Document, ReviewFile } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import type { TranslationFiles } from '../project.ts';
import { entriesByUnit, unitsOfTarget, withoutBlanks } from '../units.ts';
import { shownText } from './settle.ts';

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
  const { text, language, merge, review } = files;
  if (merge === undefined || text === undefined) return undefined;
  const unitsOf = (text: string) =>
    unitsOfTarget(text, language, { ...document, settings }).map((unit) => withoutBlanks(unit.text));
  // Git puts lines together, so that a unit of several may be what the merged review file says and no side ever said.
  const reviews = review !== undefined && 'entries' in review ? [...merge.sides, review] : merge.sides;
  const known = new Set(reviews.flatMap(({ entries }) => entriesByUnit(entries).map(shownUnit)));
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

/** Both sides of git's conflicts; the text itself where it has none. */
export function versionsOf(text: string): readonly string[] {
  const conflicted = readConflicts(text);
  return conflicted === undefined ? [text] : [conflicted.ours.text, conflicted.theirs.text];
}
