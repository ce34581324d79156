import { maskProtected } from '../mask.ts';

/**
 * The word that a particle agrees with: without markup, closing quotation marks and brackets, and without the explanation
 * in brackets behind it: 조선중앙통신(KCNA), **“평양”**, [서울](https://…), 평양[1]. Addresses, placeholders and file names
 * end in U+FFFC. In NFKC: ㎞ is km. Looks no further back than `longest` signs.
 */
export function bareWord(word: string): string {
  const composed = word.slice(-longest).normalize('NFC');
  const plain = composed.replace(markup, '');
  let bare = plain.includes('`') ? plain.replaceAll('`', '') : maskProtected(plain);
  for (let shorter = withoutGroup(bare); shorter !== bare; shorter = withoutGroup(bare)) bare = shorter;
  return withoutCompatibility(bare);
}

const longest = 200;

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
  const start = /[)）]$/u.test(text) ? openerOf(text) : -1;
  return text.slice(0, start > 0 ? start : -1);
}

/** Where the bracket that closes at the end of the text opens; 0 where nothing stands before it, −1 where it opens nowhere. */
function openerOf(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (/[)）]/u.test(text[at]!)) depth += 1;
    if (/[(（]/u.test(text[at]!)) depth -= 1;
    if (depth === 0) return text.slice(0, at).trim() === '' ? 0 : at;
  }
  return -1;
}
