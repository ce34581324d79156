import { setOf } from './lexicon.ts';

/** What carries a sentence on behind the quotation that ended in a stop: “…다.” 라고 말했다. */
export const quotationParticles = setOf(`
  고 며 면서 라고 라며 라면서 라는 라던 라면 라도 란 이라고 이라며 이라면서 이라는 이라던 이라면 이란
  하고 하며 하면서 하는 하던 등 등의 등을 등이 등으로 등에서
`);

/** Syllables that end a verb at the end of a sentence. */
export const finalSyllables = setOf('다 요 까 죠 네 군 냐 라 자');

/** The letters that count items: 가. 나. 다. Interjections (아, 자, 하) are none. */
export const countingSyllables = setOf('가 나 다 라 마 바 사');
