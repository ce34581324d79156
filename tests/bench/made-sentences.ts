import { createDice, type Dice, pick } from './dice.ts';
import { capitalised, madeWord } from './made-glossary.ts';

/** Sentences that could be German, always the same ones: frequent words and rare ones, and among seven one that differs little from another. */
export function madeSentences(count: number): readonly string[] {
  const dice = createDice(8);
  const words = Array.from({ length: 120_000 }, () => madeWord(dice)).map((word) =>
    dice() < 0.4 ? capitalised(word) : word,
  );
  const word = () => (dice() < 0.4 ? pick(frequent, dice) : words[Math.floor(words.length * dice() ** 3)]!);
  const sentences: string[] = [];
  while (sentences.length < count) {
    const known = dice() < 1 / 7 ? sentences[Math.floor(dice() * sentences.length)] : undefined;
    sentences.push(known === undefined ? newSentence(word, dice) : edited(known, word, dice));
  }
  return sentences;
}

function newSentence(word: () => string, dice: Dice): string {
  const length = 4 + Math.floor(dice() * 14 + dice() * 14);
  const words = Array.from({ length }, () => {
    if (dice() < 0.04) return String(Math.floor(dice() * 2000));
    return word() + (dice() < 0.07 ? ',' : '');
  });
  return `${capitalised(words.join(' '))}.`;
}

/** One word in ten, and at least one, is another one, is gone or has a new one before it. */
export function edited(sentence: string, word: () => string, dice: Dice): string {
  const words = sentence.split(' ');
  for (let changes = 1 + Math.floor((dice() * words.length) / 10); changes > 0; changes -= 1) {
    const [at, how] = [Math.floor(dice() * words.length), dice()];
    if (how < 0.5) words[at] = word();
    else if (how < 0.75) words.splice(at, 1);
    else words.splice(at, 0, word());
  }
  return words.join(' ');
}

const frequent = 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch'.split(' ');
