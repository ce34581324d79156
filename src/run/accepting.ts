import { UserError } from '../errors.ts';
import type { Entry, Message, State } from '../model.ts';
import { ownersOfPerson } from '../owners/index.ts';
import type { Accepting } from '../pipeline/accept.ts';
import type { Project, TranslatedDocument } from '../pipeline/index.ts';
import { type Merge, mergesIn } from '../store/merges.ts';
import { mergedSentences } from './merged-sentences.ts';
import { objectionTo, type Responsible, responsibleAt } from './responsible.ts';

interface Opened {
  readonly root: string;
  readonly project: Project;
  readonly documents: readonly TranslatedDocument[];
}

interface Asked {
  readonly state: State;
  /** Who asks, as CODEOWNERS may name them. */
  readonly by?: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type AcceptingOf = ReadonlyMap<TranslatedDocument, Accepting>;

/** What was chosen; with `responsible` only by those whom it names. */
export function acceptingBy(
  chosen: ReadonlyMap<TranslatedDocument, ReadonlySet<Entry>>,
  { state, by = [] }: Pick<Asked, 'state' | 'by'>,
  responsible: Responsible | undefined,
): AcceptingOf {
  return new Map(
    [...chosen].map(([translated, entries]) => {
      const reason = responsible === undefined ? undefined : objectionTo(by, translated, responsible);
      return [translated, { chosen: entries, state, objection: () => reason }];
    }),
  );
}

/**
 * What the merges of a range brought, where one who stands behind the merge is responsible: those who are named, else those
 * whom git names. Who that is was said by CODEOWNERS before the range. Throws `UserError` where a merge is no review.
 */
export async function acceptingMerged(
  { root, project, documents }: Opened,
  range: string,
  { state, by, env }: Asked,
): Promise<AcceptingOf> {
  const { settings } = project;
  if (settings.review !== 'merge') throw new UserError({ id: 'accept.merged' }, { hint: { id: 'accept.merged.hint' } });
  const found = mergesIn(root, range);
  if (found === undefined) throw new UserError({ id: 'accept.range', values: { range } });
  const responsible = await responsibleAt(root, found.base, { settings, env });
  const merged = mergedSentences(root, found.merges, { documents, settings });
  return new Map(
    [...merged].map(([translated, entries]) => {
      const whose = (entry: Entry) => objectionTo(by ?? peopleBehind(entries.get(entry)), translated, responsible);
      const objection = (entry: Entry) => whose(entry) ?? errorOf(entry, translated);
      return [translated, { chosen: new Set(entries.keys()), state, objection }];
    }),
  );
}

const peopleBehind = (merge: Merge | undefined): readonly string[] => merge?.people.flatMap(ownersOfPerson) ?? [];

/** Nobody who merged has looked at each finding. Sentences with one translation have one. */
function errorOf(entry: Entry, { review, result, findings }: TranslatedDocument): Message | undefined {
  const group = groupOf(review.entries.indexOf(entry), review.entries).map((at) => result[at]);
  const checks = findings
    .filter((finding) => finding.severity === 'error' && group.includes(finding.entry))
    .map(({ check }) => check);
  return checks.length === 0 ? undefined : { id: 'accept.error', values: { checks: [...new Set(checks)].join(', ') } };
}

/** The entry at a place and those that share its translation, by their places. */
function groupOf(at: number, entries: readonly Entry[]): readonly number[] {
  const isJoined = (place: number) => entries[place]?.joined === true;
  let first = at;
  while (first > 0 && isJoined(first)) first -= 1;
  let end = first + 1;
  while (isJoined(end)) end += 1;
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}
