import { parseGlossary } from '../../src/glossary/load.ts';
import type { Glossary } from '../../src/model.ts';
import { type Dice, pick } from './dice.ts';

/** A glossary of made German names, nouns, adjectives and terms of several words, in all classes of inflection. */
export function madeGlossary(count: number, dice: Dice): Glossary {
  const terms = new Map<string, unknown>();
  while (terms.size < count) {
    const { term, fields } = pick(kinds, dice)(dice);
    terms.set(term, { ...fields, en: 'X' });
  }
  return parseGlossary(JSON.stringify({ terms: Object.fromEntries(terms) }), 'made.yaml');
}

/** A word of one to four syllables that could be German, in lower case. */
export function madeWord(dice: Dice): string {
  const syllables = 1 + Math.floor(dice() * 2 + dice() * 2);
  const parts = Array.from({ length: syllables }, () => pick(onsets, dice) + pick(nuclei, dice) + pick(codas, dice));
  return parts.join('');
}

interface Made {
  readonly term: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const onsets = 'b d f g h k l m n p r s t w z br dr fl gr kl kr pl schl schw sp st str tr pf v sch'.split(' ');
const nuclei = 'a e i o u e a i ei au ie ö ü ä eu'.split(' ');
const codas = ['', '', '', ...'n r l s t m ng ch ß nd rt rk lt st mpf'.split(' ')];
const suffixes = 'isch lich ig sam haft'.split(' ');

const name = (dice: Dice) => capitalised(madeWord(dice) + madeWord(dice));
export const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const adjective = (dice: Dice) => madeWord(dice) + pick(suffixes, dice);

const kinds: readonly ((dice: Dice) => Made)[] = [
  plainName,
  plainName,
  plainName,
  (dice) => ({ term: `${name(dice)} ${name(dice)}`, fields: {} }),
  (dice) => ({ term: `${name(dice)}-${name(dice)}`, fields: { variants: [name(dice)] } }),
  (dice) => ({ term: name(dice), fields: { inflection: 'noun-es-e-en' } }),
  (dice) => ({ term: name(dice), fields: { inflection: 'noun-en', match: { closed: 'true' } } }),
  (dice) => ({ term: `${madeWord(dice) + madeWord(dice)}isch`, fields: {} }),
  (dice) => ({ term: `${capitalised(adjective(dice))}e ${name(dice)}`, fields: {} }),
  (dice) => ({ term: `${capitalised(adjective(dice))}e ${name(dice)}`, fields: {} }),
  (dice) => ({ term: name(dice).slice(0, 4).toUpperCase() + Math.floor(dice() * 100), fields: {} }),
];

function plainName(dice: Dice): Made {
  return { term: name(dice), fields: {} };
}
