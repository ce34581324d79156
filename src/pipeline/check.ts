import { documentChecks } from '../checks/document/index.ts';
import { checks, checkUnit } from '../checks/index.ts';
import { inOrder } from '../checks/order.ts';
import { asSet, turnedOn } from '../checks/settings.ts';
import type { CheckedPair, DocumentFinding, Entry, Finding } from '../model.ts';
import { type Checking, checkedUnits } from './checked-units.ts';

/** A finding and the entry whose target it is about. */
export interface EntryFinding extends Finding {
  readonly entry: Entry;
}

/** Findings of every sentence that has a target, in order; a joined group counts as one. */
export function checkEntries(entries: readonly Entry[], checking: Checking): readonly EntryFinding[] {
  const settings = checking.settings.checks;
  const { units, entryOf } = checkedUnits(entries, checking);
  const [forUnits, forDocuments] = [turnedOn(checks, settings), turnedOn(documentChecks, settings)];
  const isComplete = entries.every(({ state, joined }) => state !== 'initial' || joined);
  const document = { languages: checking.languages, units, isComplete };
  const found = [
    ...units.flatMap(({ pairs }) => checkUnit(pairs, forUnits)),
    ...forDocuments.flatMap((check) => check.check(document)),
  ];
  const byPair = group(asSet(found, settings));
  return [...entryOf].flatMap(([pair, entry]) =>
    inOrder(byPair.get(pair) ?? [])
      .filter(({ check }) => !isIgnored(check, entry, checking))
      .map(({ pair: _, ...finding }) => ({ ...finding, entry })),
  );
}

export function isIgnored(check: string, { ignore }: Entry, { ignored }: Pick<Checking, 'ignored'>): boolean {
  return ignore?.includes(check) === true || ignored?.includes(check) === true;
}

function group(findings: readonly DocumentFinding[]): ReadonlyMap<CheckedPair, readonly DocumentFinding[]> {
  const groups = new Map<CheckedPair, DocumentFinding[]>();
  for (const finding of findings) {
    const own = groups.get(finding.pair);
    if (own === undefined) groups.set(finding.pair, [finding]);
    else own.push(finding);
  }
  return groups;
}
