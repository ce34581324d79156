import { checkPair } from '../../../checks/index.ts';
import type { CheckedPair, Pair, Piece } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { markupOf } from '../../checking/markup.ts';
import { termsIn } from '../../terms.ts';
import { agreeing } from './agreeing.ts';
import { namePieces } from './names.ts';
import { quantityPieces } from './quantities.ts';
import { frameOf, type Reading, type Slot, slotsIn } from './slots.ts';

export type { Reading } from './slots.ts';

export interface Repaired {
  readonly target: string;
  /** What stands for what: `10,000 → 12,000`. */
  readonly replaced: readonly string[];
}

/**
 * The target of a sentence that differs from the new one in numbers, dates, times and glossary names alone, rewritten with
 * the new ones as the target language writes them, with the article and the particle that go with them. `undefined` where
 * anything else differs, where it is not certain which words of the target are meant, or where the checks find more than
 * they found before.
 */
export function repairTarget({ source: old, target }: Pair, source: string, reading: Reading): Repaired | undefined {
  const [before, after] = [slotsIn(old, reading), slotsIn(source, reading)];
  if (before.length === 0 || frameOf(old, before) !== frameOf(source, after)) return undefined;
  const changes = changesBetween(before, after);
  if (changes === undefined) return undefined;
  const pieces = piecesOf(changes, target, reading);
  if (pieces === undefined) return undefined;
  const rewritten = agreeing(splice(target, pieces), pieces, reading);
  const isWorse = findingsOf({ source, target: rewritten }, reading) > findingsOf({ source: old, target }, reading);
  const replaced = pieces.map(({ start, end, text }) => `${target.slice(start, end)} → ${text}`);
  return isWorse ? undefined : { target: rewritten, replaced: [...new Set(replaced)] };
}

/** What one value of the old sentence became, wherever it stands in it. */
export interface Change {
  readonly old: Slot;
  readonly next: Slot;
  /** How often the old sentence says it. */
  readonly count: number;
}

/** `undefined` where the same value became two: nobody knows which of the target's is which. */
function changesBetween(before: readonly Slot[], after: readonly Slot[]): readonly Change[] | undefined {
  const changes = new Map<string, Change>();
  for (const [at, old] of before.entries()) {
    const next = after[at]!;
    const known = changes.get(old.key);
    if (known !== undefined && known.next.key !== next.key) return undefined;
    changes.set(old.key, { old, next, count: (known?.count ?? 0) + 1 });
  }
  return [...changes.values()].filter(({ old, next }) => old.key !== next.key);
}

/** `undefined` where one of the changes cannot be made, or two want the same words. */
function piecesOf(changes: readonly Change[], target: string, reading: Reading): readonly Piece[] | undefined {
  const made = changes.map((change) => piecesFor(change, target, reading));
  if (!made.every((pieces) => pieces !== undefined)) return undefined;
  const pieces = made.flat().toSorted((a, b) => a.start - b.start);
  return pieces.some(({ start }, at) => start < (pieces[at - 1]?.end ?? 0)) ? undefined : pieces;
}

function piecesFor({ old, next, count }: Change, target: string, reading: Reading): readonly Piece[] | undefined {
  const pieces =
    old.entry !== undefined && next.entry !== undefined
      ? namePieces({ old: old.entry, next: next.entry }, target, reading)
      : old.quantity !== undefined && next.quantity !== undefined
        ? quantityPieces({ old, next: next.quantity }, target, reading)
        : undefined;
  return pieces?.length === count ? pieces : undefined;
}

/** How much there is to say of a pair. */
function findingsOf(pair: Pair, { languages, finder, unit, format }: Reading): number {
  const checked: CheckedPair = {
    ...pair,
    languages,
    terms: termsIn(pair.source, { unit, format }, finder),
    unit: unit.kind,
    curlyQuotes: false,
    markup: markupOf(pair, unit, format),
  };
  return checkPair(checked).filter(({ severity }) => severity !== 'info').length;
}
