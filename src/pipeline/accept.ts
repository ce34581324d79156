import { idsOf } from '../ids.ts';
import type { Entry, Range, State } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isFake, states } from '../states.ts';
import type { TranslatedDocument } from './finish.ts';
import { pairInOrder } from './pair-in-order.ts';
import { shownText } from './settle.ts';
import { entriesByUnit, unitsOfTarget, withoutBlanks } from './units.ts';

/** What `accept` was told to mean: a sentence by its id, or a line of the review file or the translated file. */
export type Target = { readonly id: string } | { readonly path: string; readonly line: number };

/** Entries of a document that a target means; none where it means another document. */
export function entriesAt(document: TranslatedDocument, target: Target, settings: Settings): readonly Entry[] {
  const { review, files } = document;
  if ('id' in target) {
    const ids = idsOf(document.document.path, review.entries);
    return review.entries.filter((entry) => ids.get(entry) === target.id);
  }
  if (target.path === files.reviewPath) return afterRun(document, entriesInReview(document, target.line));
  if (target.path === files.path) return afterRun(document, entriesOnLine(document, target.line, settings));
  return [];
}

/** What became of entries that were read: a person names a line of a file as it stands, not as the run leaves it. */
function afterRun({ matched, review }: TranslatedDocument, entries: readonly Entry[]): readonly Entry[] {
  const names = new Set(entries.map(nameOf));
  return review.entries.filter((_, at) => {
    const entry = matched[at]?.entry;
    return entry !== undefined && names.has(nameOf(entry));
  });
}

/** The first line that an entry was read from; text that a person has just added has none. */
const nameOf = ({ lines, target }: Entry): string | number => lines?.start ?? target;

function entriesInReview({ files: { review } }: TranslatedDocument, line: number): readonly Entry[] {
  const entries = review !== undefined && 'entries' in review ? review.entries : [];
  return entries.filter(({ lines }) => lines !== undefined && lines.start < line && line <= lines.end);
}

/** The sentences of the unit that stands on a line of the translated file. */
function entriesOnLine(
  { document, files, entries, languages }: TranslatedDocument,
  line: number,
  settings: Settings,
): readonly Entry[] {
  const { text = '' } = files;
  const found = unitsOfTarget(text, languages.target, { ...document, settings });
  const { start, end } = rangeOfLine(text, line);
  const at = found.findIndex((unit) => unit.start <= end && start <= unit.end);
  // A unit whose sentences were all deleted shows nothing.
  const units = entriesByUnit(entries).filter((unit) => unit.some((entry) => shownText(entry) !== ''));
  if (units.length === found.length) return units[at] ?? [];
  const pairs = pairInOrder(
    units.map((unit) => withoutBlanks(unit.map(shownText).join(''))),
    found.map((unit) => withoutBlanks(unit.text)),
  );
  const [unit] = pairs.find((pair) => pair[1] === at) ?? [];
  return unit === undefined ? [] : (units[unit] ?? []);
}

/** Without its line break; behind the text where there is no such line. */
function rangeOfLine(text: string, line: number): Range {
  const breaks = [...text.matchAll(/\r\n|\r|\n/g)];
  const before = breaks[line - 2];
  const start = line === 1 ? 0 : before === undefined ? text.length + 1 : before.index + before[0].length;
  return { start, end: Math.max(start, breaks[line - 1]?.index ?? text.length) };
}

/** Why a sentence cannot be accepted; `undefined` where it can. */
export function refusal(entry: Entry): 'fake' | 'empty' | undefined {
  if (isFake(entry)) return 'fake';
  return entry.state === 'initial' && !entry.joined ? 'empty' : undefined;
}

/** A person stands behind it from now on: no machine, no earlier pair. States only advance. */
export function acceptEntry(entry: Entry, state: State): Entry {
  if (states.indexOf(entry.state) >= states.indexOf(state)) return entry;
  return { ...entry, state, machine: undefined, previous: undefined };
}
