import { maskPair } from '../../languages/mask.ts';
import type { CheckedPair, DocumentCheck, DocumentFinding, Range } from '../../model.ts';
import { varieties } from './variety-words.ts';

/** A document is in American or in British English. What is said so less often is wrong; `en-GB` and `en-US` decide it. */
export const varietyMix: DocumentCheck = {
  id: 'variety_mix',
  check({ units, languages }) {
    if (!/^en(?:-|$)/i.test(languages.target)) return [];
    const found = units.flatMap(({ pairs }) => pairs.flatMap(spellingsIn));
    const american = found.filter(({ isAmerican }) => isAmerican);
    const british = found.filter(({ isAmerican }) => !isAmerican);
    const region = /-(GB|US)$/i.exec(languages.target)?.[1]?.toUpperCase();
    const wantsAmerican = region === undefined ? american.length >= british.length : region === 'US';
    const isMixed = american.length > 0 && british.length > 0;
    if (region === undefined && !isMixed) return [];
    return (wantsAmerican ? british : american).map(findingOf);
  },
};

interface Spelling extends Range {
  readonly pair: CheckedPair;
  readonly found: string;
  readonly expected: string;
  readonly isAmerican: boolean;
}

const others = new Map(
  varieties.flatMap(([american, british]) => [
    [american, british],
    [british, american],
  ]),
);
const americans = new Set(varieties.map(([american]) => american));
/** The longest first: `travelled` before `travel`. */
const stems = [...others.keys()].sort((a, b) => b.length - a.length).join('|');
const spelling = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_-])(${stems})\p{Ll}*(?![\p{L}\p{N}_-])`, 'giu');

/** A name in capitals ("Labour Party", "Lincoln Center") is spelled as its owner does. */
function spellingsIn(pair: CheckedPair): readonly Spelling[] {
  return Array.from(maskPair(pair).target.matchAll(spelling)).flatMap(({ 0: found, 1: stem = '', index }) => {
    const isName = /^\p{Lu}/u.test(found) && index > 0;
    const other = others.get(stem.toLowerCase());
    if (isName || other === undefined) return [];
    const expected = other + found.slice(stem.length);
    const isAmerican = americans.has(stem.toLowerCase());
    return [{ pair, found, expected, isAmerican, start: index, end: index + found.length }];
  });
}

function findingOf({ pair, found, expected, start, end }: Spelling): DocumentFinding {
  const message = { id: 'check.variety_mix', values: { found, expected } } as const;
  return { check: 'variety_mix', severity: 'warning', message, target: { start, end }, pair };
}
