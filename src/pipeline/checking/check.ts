import { documentChecks } from '../../checks/document/index.ts';
import { checks, checkUnit } from '../../checks/index.ts';
import { inOrder } from '../../checks/order.ts';
import { asSet, type CheckSettings, turnedOn } from '../../checks/settings.ts';
import type { CheckedDocument, CheckedPair, DocumentFinding, Entry, Finding } from '../../model.ts';
import { type Checking, checkedUnits } from './checked-units.ts';

/** A finding and the entry whose target it is about. */
export interface EntryFinding extends Finding {
  readonly entry: Entry;
}

/** Findings of every sentence that has a target, in order; a joined group counts as one. */
export function checkEntries(entries: readonly Entry[], checking: Checking): readonly EntryFinding[] {
  const { units, entryOf } = checkedUnits(entries, checking);
  const isComplete = entries.every(({ state, joined }) => state !== 'initial' || joined);
  const found = checkDocument({ languages: checking.languages, units, isComplete }, checking.settings.checks);
  return [...entryOf].flatMap(([pair, entry]) =>
    (found.get(pair) ?? [])
      .filter(({ check }) => !isIgnored(check, entry, checking))
      .map(({ pair: _, ...finding }) => ({ ...finding, entry })),
  );
}

/** What the checks find in each pair of a document, in order; a pair of which there is nothing to say is left out. */
export function checkDocument(
  document: CheckedDocument,
  settings: CheckSettings,
): ReadonlyMap<CheckedPair, readonly DocumentFinding[]> {
  const forUnits = turnedOn(checks, settings);
  const found = [
    ...document.units.flatMap(({ pairs }) => checkUnit(pairs, forUnits)),
    ...turnedOn(documentChecks, settings).flatMap((check) => check.check(document)),
  ];
  return new Map(Array.from(byPair(asSet(found, settings)), ([pair, findings]) => [pair, inOrder(findings)]));
}

export function isIgnored(check: string, { ignore }: Entry, { ignored }: Pick<Checking, 'ignored'>): boolean {
  return ignore?.includes(check) === true || ignored?.includes(check) === true;
}
function byPair(findings: readonly DocumentFinding[]): ReadonlyMap<CheckedPair, readonly DocumentFinding[]> {
  const groups = new Map<CheckedPair, DocumentFinding[]>();
  for (const finding of findings) {
    const own = groups.get(finding.pair);
    if (own === undefined) groups.set(finding.pair, [finding]);
    else own.push(finding);
  }
  return groups;
}
