import { maskProtected } from '../languages/mask.ts';
import type { Engine } from '../model.ts';
import { free, unlimited } from './unlimited.ts';

/**
 * `[Ďéŕŕ Šäätž …]`: readable, accented, bracketed and about 30 % longer, so that an untranslated text, a cut-off end or a
 * line too narrow shows at once. Addresses, placeholders, tags, entities and figures stay as they are.
 */
export const pseudo: Engine = {
  ...unlimited,
  id: 'pseudo',
  fake: true,
  version: () => '1',
  translate: async ({ requests }) => ({
    answers: requests.map(({ text }) => ({ text: `[${disguise(text)}]` })),
    bill: free,
  }),
};

/** Letters that a text gains for each letter; they are vowels said twice. */
const growth = 0.3;

function disguise(text: string): string {
  const masked = maskProtected(text).replace(/&[#\w]{1,32};/gu, (entity) => '\uFFFC'.repeat(entity.length));
  let owed = 0;
  return Array.from({ length: text.length }, (_, index) => {
    const letter = masked[index] === '\uFFFC' ? undefined : accents[text[index]!];
    if (letter === undefined) return text[index];
    owed += growth;
    if (owed < 1 || !/[aeiouäöü]/iu.test(text[index]!)) return letter;
    owed -= 1;
    return letter + letter.toLowerCase();
  }).join('');
}

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜabcdefghijklmnopqrstuvwxyzäöüß';
const disguised = 'ÀƁÇĎÉƑĜĤÎĴĶĹḾŃÓṖǪŔŠŤÛṼŴẊÝŽÄÖÜàƀçďéƒĝĥîĵķĺḿńóṗǫŕšťûṽŵẋýžäöüß';
const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(plain, (letter, index) => [letter, Array.from(disguised)[index]!]),
);
