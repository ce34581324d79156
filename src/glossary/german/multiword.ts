import { endsInSibilant } from './sibilant.ts';

/**
 * The inflected forms of a term of several words (G12): its leading adjectives, which end alike, and one noun, the last
 * word before an attribute (`Rates der Europäischen Union`) or at the end (`Kim Jong-uns`).
 */
export function inflectMultiword(term: string): readonly string[] {
  const parts = term.split(/([\p{L}\p{M}\p{N}_]+)/u);
  const words = parts.filter((_, index) => index % 2 === 1);
  const adjectives = leadingAdjectives(words);
  const head = headIndex(words, adjectives);
  const isNoun = adjectives > 0 || head < words.length - 1;
  const inflected = (adjectives > 0 ? adjectiveEndings : ['']).flatMap((ending) =>
    nounForms(words[head] ?? '', isNoun).map((noun) =>
      words.map((word, index) => (index < adjectives ? stem(word) + ending : index === head ? noun : word)),
    ),
  );
  return inflected.map((row) => parts.map((part, index) => (index % 2 === 1 ? row[(index - 1) / 2] : part)).join(''));
}

const adjectiveEndings = ['e', 'en', 'er', 'es', 'em'];

/** All but the last word may be one. */
function leadingAdjectives(words: readonly string[]): number {
  const count = words.slice(0, -1).findIndex((word) => !isAdjective(word));
  return count === -1 ? words.length - 1 : count;
}

/** Lower case and inflected, or capitalised with an adjective's suffix: `Peter Müller` has none. */
function isAdjective(word: string): boolean {
  if (functionWords.has(word) || stem(word) === word) return false;
  return /^\p{Ll}/u.test(word) || suffix.test(stem(word)) || short.has(stem(word).toLowerCase());
}

function stem(word: string): string {
  return word.replace(/(?<=\p{L}{2})(?:e|en|er|es|em)$/u, '');
}

const suffix = /\p{L}{3}(?:isch|lich|ig|bar|sam|haft|los|iert|igt|eint|end|[aä]l|[aä]r|iv|ell|[ae]nt|ös)$/u;
const short = new Set(
  (
    'neu alt groß klein rot weiß schwarz blau grün gelb hoh höchst frei heilig jung deutsch nah fern kalt still erst ' +
    'zweit dritt viert mittler ober oberst unter vorder hinter gemeinsam besonder öffentlich allgemein bewaffnet link recht'
  ).split(' '),
);

function headIndex(words: readonly string[], adjectives: number): number {
  const attribute = words.findIndex((word, index) => index > adjectives && functionWords.has(word));
  return attribute === -1 ? words.length - 1 : attribute - 1;
}

const functionWords = new Set(
  (
    'der des den dem die das von vom für zur zum zu im in auf an am aus bei beim und über unter gegen gegenüber mit ohne ' +
    'nach vor wegen zwischen of and the for de du la le al'
  ).split(' '),
);

/** A name takes -s, a noun any of the endings of its declensions. */
function nounForms(noun: string, isNoun: boolean): readonly string[] {
  const genitive = endsInSibilant(noun) ? [] : [`${noun}s`];
  return isNoun ? [noun, ...genitive, `${noun}es`, `${noun}e`, `${noun}en`, `${noun}n`] : [noun, ...genitive];
}
