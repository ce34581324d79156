/**
 * Where the HTML of a document begins: behind a BOM and the front matter of site generators, which is no HTML. It is not
 * read (`readFrontMatter`), so whatever stands between two `---` is taken for it.
 */
export function htmlStart(text: string): number {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.startsWith('---', start)) return start;
  fence.lastIndex = start;
  const opening = fence.exec(text);
  if (opening?.index !== start) return start;
  return fence.exec(text) === null ? start : fence.lastIndex;
}

const fence = /^---[ \t]*(?:\r\n|\r|\n|$)/gm;
