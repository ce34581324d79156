import { idsOf } from '../ids.ts';
import type { Entry, Language, Range } from '../model.ts';
import type { Settings } from '../settings.ts';
import { shownText } from './adoption/settle.ts';
import { pairInOrder } from './pair-in-order.ts';
import type { TranslatedDocument } from './render-document.ts';
import { entriesByUnit, unitsOfTarget, withoutBlanks } from './units.ts';

/** Points at sentences: one by its id, with its language or in all, or those on a line of the review or translated file. */
export type Pointer =
  | { readonly path: string; readonly hash: string; readonly language: Language | undefined }
  | { readonly path: string; readonly line: number };

/** `source-de/a.txt#5c0e77d1~2@en` or `translations/en/a.txt:12`; `undefined` for a path. */
export function parsePointer(text: string): Pointer | undefined {
  const [, source, hash, language] = /^(.+)#([0-9a-f]{8}(?:~\d+)?)(?:@([A-Za-z0-9-]+))?$/.exec(text) ?? [];
  if (source !== undefined && hash !== undefined) return { path: source, hash, language };
  const [, path, line] = /^(.+):(\d+)$/.exec(text) ?? [];
  return path === undefined ? undefined : { path, line: Number(line) };
}

/** Entries of a document that a pointer means; none where it means another document. */
export function entriesAt(document: TranslatedDocument, pointer: Pointer, settings: Settings): readonly Entry[] {
  const { review, files, languages } = document;
  if ('hash' in pointer) {
    const id = `${pointer.path}#${pointer.hash}@${pointer.language ?? languages.target}`;
    const ids = idsOf(review, review.entries);
    return review.entries.filter((entry) => ids.get(entry) === id);
  }
  if (pointer.path === files.reviewPath) return afterRun(document, entriesInReview(document, pointer.line));
  if (pointer.path === files.path) return afterRun(document, entriesOnLine(document, pointer.line, settings));
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
