/** Behind an opening or closing tag that is complete before `end`, as CommonMark 6.6 writes them; `undefined`: none. */
export function tagEnd(text: string, start: number, end: number): number | undefined {
  const isClosing = text[start + 1] === '/';
  const name = pattern(tagName, text, start + (isClosing ? 2 : 1));
  if (name === undefined) return undefined;
  let at = name;
  while (!isClosing) {
    const attribute = pattern(attributeName, text, at);
    if (attribute === undefined || attribute > end) break;
    at = pattern(attributeValue, text, attribute) ?? attribute;
  }
  const after = pattern(isClosing ? closingEnd : openingEnd, text, at);
  return after !== undefined && after <= end ? after : undefined;
}

const tagName = /[a-z][a-z0-9-]*/iy;
const attributeName = /[ \t]+[a-z_:][\w.:-]*/iy;
const attributeValue = /[ \t]*=[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'=<>`]+)/y;
const openingEnd = /[ \t]*\/?>/y;
const closingEnd = /[ \t]*>/y;

/** Where what a pattern matches at an offset ends. */
function pattern(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
