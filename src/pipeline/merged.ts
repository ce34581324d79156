import type { Document, ReviewFile } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { TranslationFiles } from './project.ts';
import { shownText } from './settle.ts';
import { entriesByUnit, unitsOfTarget, withoutBlanks } from './units.ts';

/**
 * A merge put two review files together and left the translated file with conflict markers, or with one side's text:
 * where each of its units stood in a review file of either side, nobody wrote anything there since. It fell behind, and
 * is rendered anew.
 */
export function fellBehind(
  document: Document,
  { text, language, sides = [] }: TranslationFiles,
  settings: Settings,
): boolean {
  if (text === undefined || sides.length === 0) return false;
  const known = new Set(sides.flatMap((review) => entriesByUnit(review.entries).map(shownUnit)));
  const copied = new Set(
    document.units.map(({ start, end }) => withoutBlanks(document.format.decode(document.text.slice(start, end)))),
  );
  return versionsOf(text).every((version) =>
    unitsOfTarget(version, language, { ...document, settings }).every(
      (unit) => known.has(withoutBlanks(unit.text)) || copied.has(withoutBlanks(unit.text)),
    ),
  );
}

const shownUnit = (unit: ReviewFile['entries']): string => withoutBlanks(unit.map(shownText).join(' '));

/** Both sides of git's conflicts; the text itself, twice, where it has none. */
function versionsOf(text: string): readonly string[] {
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
