/** Where a text stands in another, overlapping or not. */
export function indexesOf(needle: string, text: string): readonly number[] {
  const indexes: number[] = [];
  if (needle === '') return indexes;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) indexes.push(at);
  return indexes;
}

/** Whether two neighbouring characters belong to one word; Hangul after Latin does not: GitHub은. */
export function joinsWord(left: string | undefined, right: string | undefined): boolean {
  return isLatinLike(left) && isLatinLike(right);
}

function isLatinLike(character = ''): boolean {
  return /[\p{L}\p{M}\p{N}_]/u.test(character) && !/\p{Script=Hangul}/u.test(character);
}
