import { maskProtected } from '../mask.ts';
import { bracketGroup } from './bracket-group.ts';

/**
 * The word that a particle agrees with: without markup, closing quotation marks and brackets, and without the explanation
 * in brackets behind it: 조선중앙통신(KCNA), **“평양”**, [서울](https://…), 평양[1]. Addresses, placeholders and file names
 * end in U+FFFC. In NFKC: ㎞ is km. Looks no further back than `longest` signs.
 */
export function bareWord(word: string): string {
  const composed = word.slice(-longest).normalize('NFC');
  const plain = withoutMarkup(composed);
  let bare = plain.includes('`') ? plain.replaceAll('`', '') : maskProtected(plain);
  for (let shorter = withoutGroup(bare); shorter !== bare; shorter = withoutGroup(bare)) bare = shorter;
  return withoutCompatibility(bare);
}

const longest = 200;

export function withoutMarkup(text: string): string {
  return text.replace(markup, '');
}

/** Tags, whose names start with a Latin letter (<로동신문> is a title), emphasis, where links lead, footnotes. */
const markup = /<\/?[A-Za-z][^<>]*>|[*_~]+|(?<=\])(?:\([^()\s]*\)|\[[^[\]]*\])|(?<=\S)\[(?:\^[^[\]]*|\p{N}{1,3})\]/gu;

/** NFKC would read km² as km2, and make of ㄱ, which has a name, a piece of a syllable. */
function withoutCompatibility(word: string): string {
  if (/[ㄱ-ㅣ]$/u.test(word)) return word;
  return word
    .replace(/[²³]$/u, '')
    .replace(/[㎟-㎦]$/u, 'm')
    .normalize('NFKC');
}

/** Without its last closing mark, or all of a group in round brackets that stands behind something. */
function withoutGroup(text: string): string {
  if (!/[\s"'”’»」』》〉>\]})）]$/u.test(text)) return text;
  const before = text.slice(0, bracketGroup(text)?.start ?? 0);
  return before.trim() === '' ? text.slice(0, -1) : before;
}
