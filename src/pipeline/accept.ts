import { idsOf } from '../ids.ts';
import type { Entry, State } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isFake, states } from '../states.ts';
import type { TranslatedDocument } from './finish.ts';
import { entriesByUnit, unitsOfTarget } from './units.ts';
import { renderTarget } from './write.ts';

/** What `accept` was told to mean: a sentence by its id, or a line of the review file or the translated file. */
export type Target = { readonly id: string } | { readonly path: string; readonly line: number };

/** Entries of a document that a target means; none where it means another document. */
export function entriesAt(document: TranslatedDocument, target: Target, settings: Settings): readonly Entry[] {
  const { review, files } = document;
  if ('id' in target) {
    const ids = idsOf(document.document.path, review.entries);
    return review.entries.filter((entry) => ids.get(entry) === target.id);
  }
  if (target.path === files.reviewPath)
    return review.entries.filter(
      ({ lines }) => lines !== undefined && lines.start < target.line && target.line <= lines.end,
    );
  return target.path === files.path ? entriesOnLine(document, target.line, settings) : [];
}

/** The sentences of the unit that stands on a line of the translated file. */
function entriesOnLine(
  { document, review, languages }: TranslatedDocument,
  line: number,
  settings: Settings,
): readonly Entry[] {
  const text = renderTarget(document, review.entries, languages.target, settings.furniture);
  const units = unitsOfTarget(text, languages.target, { ...document, settings });
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const at = units.findIndex(({ start, end }) => lineOf(start) <= line && line <= lineOf(end));
  return entriesByUnit(review.entries)[at] ?? [];
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
