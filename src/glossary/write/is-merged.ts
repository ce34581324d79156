import type { GlossaryEntry } from '../../model.ts';
import { parseGlossary } from '../load.ts';
import type { Merge } from '../merge.ts';
import { fieldsOf } from './entry-fields.ts';

/** What the text of a glossary was, and what it became. */
export interface Rewritten {
  readonly before: string;
  readonly after: string;
  readonly file: string;
}

/**
 * Whether a text has exactly the entries that it should have: a person's file is never written on trust. Throws
 * `GlossaryError` where it is no glossary any more: it has too many entries, or is too large.
 */
export function isMerged(
  { before, after, file }: Rewritten,
  { added, completed }: Pick<Merge, 'added' | 'completed'>,
): boolean {
  const changed = new Map(completed.map((completion) => [completion.before.term, completion.after]));
  const expected = parseGlossary(before, file).entries.map((entry) => changed.get(entry.term) ?? entry);
  return asText([...expected, ...added]) === asText(parseGlossary(after, file).entries);
}

function asText(entries: readonly GlossaryEntry[]): string {
  return JSON.stringify(entries.map((entry) => [entry.term, entry.inflection, sorted(fieldsOf(entry))]));
}

function sorted(fields: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
