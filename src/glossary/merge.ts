import type { Glossary, GlossaryEntry, Language, Place } from '../model.ts';
import { complete } from './complete.ts';
import type { Problem } from './problem.ts';
import { checkEntry, spelling } from './read/rules.ts';
import { longestList } from './read/schema.ts';

/** An entry from elsewhere, and where its terms stand there. */
export interface Incoming {
  readonly entry: GlossaryEntry;
  readonly places: Readonly<Record<Language, Place>>;
}

/** What a glossary becomes. What contradicts it is a problem, and changes nothing. */
export interface Merge {
  /** Entries that the glossary did not have. */
  readonly added: readonly GlossaryEntry[];
  /** Entries that it has, as they were and with what was missing. */
  readonly completed: readonly Completion[];
  /** How many say nothing new. */
  readonly known: number;
  readonly problems: readonly Problem[];
}

export interface Completion {
  readonly before: GlossaryEntry;
  readonly after: GlossaryEntry;
}

/** One after the other: what two of them say of one term is put together, and their contradictions are found too. */
export function mergeGlossary({ entries }: Glossary, incoming: readonly Incoming[]): Merge {
  const merging: Merging = { entries: [...entries], owners: new Map(), problems: [], touched: new Set() };
  for (const at of entries.keys()) own(merging, at);
  let known = 0;
  for (const each of incoming) if (take(merging, each) === 'known') known += 1;
  const completed = entries.flatMap((before, at): readonly Completion[] => {
    return merging.touched.has(at) ? [{ before, after: merging.entries[at]! }] : [];
  });
  return { added: merging.entries.slice(entries.length), completed, known, problems: merging.problems };
}

interface Merging {
  readonly entries: GlossaryEntry[];
  /** Whose a form is, by its spelling. */
  readonly owners: Map<string, number>;
  readonly problems: Problem[];
  readonly touched: Set<number>;
}

function take(merging: Merging, { entry, places }: Incoming): 'known' | 'taken' | 'refused' {
  const { entries, owners, problems } = merging;
  const at = formsOf(entry)
    .map((form) => owners.get(spelling(form)))
    .find((owner) => owner !== undefined);
  const ours = at === undefined ? undefined : entries[at];
  const merged = ours === undefined ? { entry, problems: [] } : complete(ours, { entry, places }, ownerIn(merging));
  problems.push(...merged.problems);
  if (merged.entry === ours) return merged.problems.length > 0 ? 'refused' : 'known';
  const faults = [
    ...longLists(merged.entry, entry.place),
    ...checkEntry(merged.entry, ([field]) => places[String(field)] ?? entry.place),
  ];
  problems.push(...faults);
  if (faults.length > 0) return 'refused';
  const place = at ?? entries.length;
  entries[place] = merged.entry;
  if (at !== undefined) merging.touched.add(at);
  own(merging, place);
  return 'taken';
}

/** More than a glossary takes in a list. */
function longLists({ variants, forms, except, domain = [], targets }: GlossaryEntry, place: Place): readonly Problem[] {
  const inTargets = Object.values(targets).flatMap(({ admitted, forbidden }) =>
    Object.entries({ admitted, forbidden }),
  );
  const lists = [...Object.entries({ variants, forms, except, domain }), ...inTargets];
  return lists
    .filter(([, list]) => list.length > longestList)
    .map(([field]) => ({ text: { id: 'glossary.many_forms', values: { field, most: longestList } }, place }));
}

function ownerIn({ entries, owners }: Merging) {
  return (form: string): GlossaryEntry | undefined => entries[owners.get(spelling(form)) ?? -1];
}

function own({ entries, owners }: Merging, at: number): void {
  for (const form of formsOf(entries[at]!)) if (!owners.has(spelling(form))) owners.set(spelling(form), at);
}

const formsOf = ({ term, variants, forms }: GlossaryEntry): readonly string[] => [term, ...variants, ...forms];
