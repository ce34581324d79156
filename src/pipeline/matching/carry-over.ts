import { isCosmetic } from '../../languages/cosmetic.ts';
import { compareQuantities } from '../../languages/numbers/index.ts';
import type { Entry, Languages, MatchKind, Pair } from '../../model.ts';
import { noMachine } from '../../states.ts';
import { looksOf } from '../codes.ts';
import type { Split } from '../split-unit.ts';
import { withoutBlanks } from '../units.ts';
import { adaptTarget } from './adapt-target.ts';
import type { Former } from './former.ts';
import { type Reading, repairTarget } from './repair/index.ts';

/** A target that was carried over from an earlier pair, for the sentence or the sentences that it changed into. */
export interface Carried {
  readonly match: MatchKind;
  /** The pair that it was carried over from. */
  readonly basis: Pair;
  readonly found: Pick<Entry, 'target' | 'state' | 'machine' | 'replaced'>;
}

/** Steps 5 and 6, nothing billed: the source changed in its looks alone, or in numbers, dates and names alone. */
export function carryOver(former: Former, source: string, reading: Reading): Carried | undefined {
  const basis: Pair = { source: former.source, target: former.target };
  const kept = { state: 'translated', ...noMachine } as const;
  if (isOnlyLooks(basis, source, reading)) {
    const target = adaptTarget(basis, source);
    const isSame = target === former.target;
    const { machine = isReviewed(former) ? 'memory' : undefined, replaced } = former;
    return { match: 'cosmetic', basis, found: { ...kept, target, ...(isSame ? { machine, replaced } : repaired([])) } };
  }
  const made = repairTarget(basis, source, reading);
  return made && { match: 'repaired', basis, found: { ...kept, target: made.target, ...repaired(made.replaced) } };
}

/** Cut otherwise the same text is as reviewed as it was. */
export function carryCut(former: Former, source: string): Carried | undefined {
  if (withoutBlanks(former.source) !== withoutBlanks(source)) return undefined;
  const { target, state, machine, replaced } = former;
  return {
    match: 'resegmented',
    basis: { source: former.source, target },
    found: { target, state, machine, replaced },
  };
}

/** A target for several sentences in parts, one for each: where it has as many sentences, and each says its own numbers. */
export function partsOf(
  target: string,
  sources: readonly string[],
  split: Split,
  languages: Languages,
): readonly string[] | undefined {
  const parts = split(target).map(({ start, end }) => target.slice(start, end));
  if (parts.length !== sources.length || withoutBlanks(parts.join('')) !== withoutBlanks(target)) return undefined;
  const agree = (source: string, at: number) =>
    compareQuantities({ source, target: parts[at]!, languages }).differences.length === 0;
  return sources.every(agree) ? parts : undefined;
}

const isOnlyLooks = ({ source: old }: Pair, source: string, reading: Reading): boolean =>
  isCosmetic(looksOf(old, reading), looksOf(source, reading), reading.languages.source);

const isReviewed = ({ state }: Former): boolean => state === 'reviewed' || state === 'final';

const repaired = (replaced: readonly string[]) => ({
  machine: 'repair',
  replaced: replaced.length === 0 ? undefined : replaced,
});
