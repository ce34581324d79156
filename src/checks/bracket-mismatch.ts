import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, Finding, Range } from '../model.ts';

/** Brackets stand in pairs, and no pair of the source is lost. A target may have more: Korean explains names in them. */
export const bracketMismatch: Check = {
  id: 'bracket_mismatch',
  scope: 'unit',
  check(pair) {
    const signs = signsOf(pair);
    if (((signs.source | signs.target) & sign.bracket) === 0) return [];
    const texts = maskPair(pair);
    const [source, target] = [bracketsOf(texts.source), bracketsOf(texts.target)];
    const torn = target.unpaired.length > source.unpaired.length ? target.unpaired : [];
    if (torn.length > 0) return torn.map((range) => unpaired(range, pair.target));
    const values = { found: target.pairs, expected: source.pairs };
    if (target.pairs >= source.pairs || values.expected === 0) return [];
    return [
      { check: 'bracket_mismatch', severity: 'warning', message: { id: 'check.bracket_mismatch.fewer', values } },
    ];
  },
};

const openers = '([{（［｛';
const closers = ')]}）］｝';

interface Brackets {
  readonly pairs: number;
  readonly unpaired: readonly Range[];
}

/** A full-width bracket closes a plain one. `a)` and `1.)` before an item are no brackets. */
function bracketsOf(text: string): Brackets {
  const open: { readonly kind: number; readonly at: number }[] = [];
  const unpaired: number[] = [];
  let pairs = 0;
  for (const { 0: mark, index } of text.replace(itemMark, ' ').matchAll(brackets)) {
    const opened = openers.indexOf(mark);
    if (opened >= 0) open.push({ kind: opened % 3, at: index });
    else if (open.at(-1)?.kind === closers.indexOf(mark) % 3) {
      open.pop();
      pairs += 1;
    } else unpaired.push(index);
  }
  const left = [...unpaired, ...open.map(({ at }) => at)].sort((a, b) => a - b);
  return { pairs, unpaired: left.map((start) => ({ start, end: start + 1 })) };
}

const brackets = /[()[\]{}（）［］｛｝]/g;
const itemMark = /\)(?<=(?<![\p{L}\p{N}('’])(?:\p{L}|\d{1,2}|[ivx]{1,4})\.?.)(?=\s)/gu;

function unpaired(target: Range, text: string): Finding {
  const values = { found: text.slice(target.start, target.end) };
  return {
    check: 'bracket_mismatch',
    severity: 'warning',
    message: { id: 'check.bracket_mismatch', values },
    target,
  };
}
