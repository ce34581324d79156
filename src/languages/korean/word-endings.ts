import type { Range } from '../../model.ts';
import type { ParticleFault } from './faulty-particles.ts';
import { pairOf, particle } from './particle.ts';

/**
 * A particle at the end of a word in Hangul that is wrong whatever the word is: 를 after a consonant, 으로 after a vowel or
 * ㄹ; 은 and 을 after a vowel, 와 after a consonant, in words of three syllables or more. 는, 이, 가 and 과 end too many
 * other words.
 */
export function faultInWord({ start, end }: Range, text: string): ParticleFault | undefined {
  if (!lastSyllables.includes(text[end - 1]!)) return undefined;
  const [tail = ''] = endings.exec(text.slice(Math.max(start, end - longest), end)) ?? [];
  const stem = end - tail.length - start;
  const pair = tail === '' || stem < (/[은을와]/u.test(tail) ? 2 : 1) ? undefined : pairOf(tail);
  if (pair === undefined) return undefined;
  const [right = tail] = particle(text[start + stem - 1]!, pair);
  if (right === tail || otherWords.test(text.slice(Math.max(start, end - longest), end))) return undefined;
  return { from: start, start: start + stem, end, right };
}

const endings = /(?:[를은을와]|으로(?:서는|서의|서|써|부터|[는도만의])?)$/u;
const lastSyllables = '를은을와로서의써터는도만';
const longest = 6;

/** Nouns; forms of 들르다, and of verbs in which 짓다, 잇다, 붓다, 긋다, 젓다, 낫다 and 모으다 are joined to another word. */
const otherWords = new RegExp(
  `(?:${[
    '마을|가을|노을|고을|수은|보은|니은|들를|안와|못와',
    '(?:결론|결정|관련|구분|규정|규명|농사|단정|마무리|매듭|성격|연관|이름|종결|특징|판가름|한정|확정|줄|짝)지[은을]',
    '(?:뒤이|퍼부|쏟아부|들이부|내리그|휘저|더나|보다나|(?:긁어|끌어|불러|그러|쓸어|주워)모)[은을]',
  ].join('|')})$`,
  'u',
);
