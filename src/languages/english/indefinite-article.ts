/** `a` or `an`, by the first sound of what follows; `undefined` where the spelling does not say. */
export function indefiniteArticle(following: string): 'a' | 'an' | undefined {
  const [word = ''] = /^[\p{L}\p{M}\p{N}.,]+/u.exec(following) ?? [];
  if (/^\d/.test(word)) return /^(?:8|1[18](?:,\d{3})*(?!\d))/.test(word) ? 'an' : 'a';
  const bare = word.replace(/[.,]/g, '');
  if (/^\p{Lu}{1,5}s?$/u.test(bare) && !spokenAcronym.test(bare)) return /^[AEFHILMNORSX]/.test(bare) ? 'an' : 'a';
  const plain = bare.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/^[a-z]/.test(plain) || /^herb/.test(plain)) return undefined;
  if (silentH.test(plain)) return 'an';
  return /^[aeiou]/.test(plain) && !likeYou.test(plain) && !likeOne.test(plain) ? 'an' : 'a';
}

/** NATO is a word: a NATO country, but an NGO. */
const spokenAcronym = /^(?:NATO|NASA|FIFA|SARS|MERS|LASER|RADAR|HAMAS|MIRV|SALT|START|SWIFT|LGBT?Q?|OPEC|ASEAN|AIDS)$/;

const silentH = /^(?:hour|honest|honou?r|heir)/;

/** European, unit, useful, Ukrainian; but uninformed, usher, umbrella. */
const likeYou =
  /^(?:eu|ew|u(?:ni(?!n|m)|nanim|nesco|biquit|fo|ganda|k[er]|ra[ln]|rug|ruguay|s(?:a[bg]|e|u[arf])|t(?:ah|en|i|op)|yghur|ighur))/;
const likeOne = /^one?(?:ce)?$|^one-|^once/;
