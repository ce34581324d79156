import { createTermFinder, findTerms } from '../../src/glossary/find.ts';
import { formsOf } from '../../src/glossary/german/forms.ts';
import { cpuTime } from '../cpu-time.ts';
import { createDice, type Dice, pick } from './dice.ts';
import { leastTime } from './least-time.ts';
import { capitalised, madeGlossary, madeWord } from './made-glossary.ts';
import { figure, type Report } from './report.ts';

/**
 * Finding the terms of a large glossary in 10 MB of German, paragraph by paragraph, beside a look-up of each word as it
 * stands in a map of all forms, which finds no term of several words and no other spelling.
 */
export function findManyTerms(): Report {
  const dice = createDice(4);
  const glossary = madeGlossary(10_000, dice);
  const forms = glossary.entries.flatMap((entry) => [...new Set(formsOf(entry).map(({ text }) => text))]);
  const paragraphs = madeParagraphs(10_000_000, forms, dice);
  const characters = paragraphs.reduce((sum, { length }) => sum + length, 0);
  const speed = (work: (text: string) => unknown) => characters / 1000 / leastTime(() => paragraphs.forEach(work));
  const construction = cpuTime(() => createTermFinder(glossary));
  const finder = createTermFinder(glossary);
  const found = paragraphs.reduce((sum, text) => sum + findTerms(text, finder).length, 0);
  const known = new Set(forms);
  const wordferry = speed((text) => findTerms(text, finder));
  const peer = speed((text) => countWords(text, known));
  return {
    title: `Finding terms: ${figure(glossary.entries.length)} entries with ${figure(forms.length)} forms, ${figure(
      characters / 1e6,
    )} million characters, one core`,
    lines: [
      { name: 'wordferry', figures: `${figure(wordferry)} million characters a second, ${figure(found)} terms` },
      {
        name: 'words in a set',
        figures: `${figure(peer)} million characters a second`,
        ratio: `wordferry is ${figure(wordferry / peer)} × as fast`,
      },
      { name: 'making the finder', figures: `${figure(construction)} ms` },
    ],
  };
}

function countWords(text: string, known: ReadonlySet<string>): number {
  let count = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) if (known.has(word)) count++;
  return count;
}

/** One word in thirty is a term; pieces of one text, as the units of a document come. */
function madeParagraphs(characters: number, forms: readonly string[], dice: Dice): readonly string[] {
  const others = Array.from({ length: 20_000 }, () => madeWord(dice));
  const word = () => {
    if (dice() < 1 / 30) return pick(forms, dice);
    if (dice() < 0.4) return pick(frequent, dice);
    return dice() < 0.4 ? capitalised(pick(others, dice)) : pick(others, dice);
  };
  const sentence = () => {
    const words = Array.from({ length: 6 + Math.floor(dice() * 16) }, () => word() + (dice() < 0.08 ? ',' : ''));
    return dice() < 0.1 ? `„${words.join(' ')}“, hieß es.` : `${words.join(' ')}.`;
  };
  const paragraph = () => Array.from({ length: 1 + Math.floor(dice() * 6) }, sentence).join(' ');
  const text = Array.from({ length: characters / 500 }, paragraph).join('\n\n');
  return text.split('\n\n');
}

const frequent = 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch'.split(' ');
