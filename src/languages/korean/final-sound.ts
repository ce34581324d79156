import { bareWord } from './bare-word.ts';
import { latinSounds } from './latin-sound.ts';
import { numberSounds } from './number-sound.ts';

/** What a word ends in, as particles ask for it. */
export type FinalSound = 'vowel' | 'rieul' | 'consonant';

/** How a word may end when it is read aloud: two ways where two readings are right, none where nobody knows. */
export function finalSounds(word: string): readonly FinalSound[] {
  const own = word.at(-1) ?? '';
  if (isSyllable(own)) return [soundOfSyllable(own)];
  const bare = bareWord(word);
  const last = bare.at(-1) ?? '';
  if (isSyllable(last)) return [soundOfSyllable(last)];
  if (/[ㄱ-ㅎㅏ-ㅣ]/u.test(last)) return [last === 'ㄹ' ? 'rieul' : last >= 'ㅏ' ? 'vowel' : 'consonant'];
  return /\p{N}$/u.test(bare) ? numberSounds(bare) : latinSounds(bare);
}

function isSyllable(character: string): boolean {
  return character >= '가' && character <= '힣';
}

/** Unicode has the 28 endings of a syllable in order: none is the first, ㄹ the ninth. */
function soundOfSyllable(syllable: string): FinalSound {
  const ending = (syllable.charCodeAt(0) - 0xac00) % 28;
  return ending === 0 ? 'vowel' : ending === 8 ? 'rieul' : 'consonant';
}
