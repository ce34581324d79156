/** The words of a line, `\ ` being no end of one; what stands behind a word that begins with `#` is a comment. */
export function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}

export const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/);
