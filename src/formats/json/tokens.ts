import type { Refusal } from '../../model.ts';

/** The first offset that is neither blank nor comment. A comment that does not end is none. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === space || code === lineFeed || code === carriageReturn || code === tab) at += 1;
    else if (code === slash) {
      const end = commentEnd(text, at);
      if (end === at) return at;
      at = end;
    } else return at;
  }
}

function commentEnd(text: string, at: number): number {
  if (text.startsWith('//', at)) {
    let end = at + 2;
    while (end < text.length && text.charCodeAt(end) !== lineFeed && text.charCodeAt(end) !== carriageReturn) end += 1;
    return end;
  }
  const end = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) : -1;
  return end < 0 ? at : end + 2;
}

/** Where a string ends that begins here with its opening quotation mark. */
export function scanString(text: string, start: number): number | Refusal {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code < space) return { message: { id: 'format.json.control' }, offset: at };
    if (code === backslash) {
      const length = escapeLength(text, at);
      if (length === 0) return { message: { id: 'format.json.escape' }, offset: at };
      at += length;
    } else at += 1;
  }
  return { message: { id: 'format.json.end', values: { expected: '"' } }, offset: text.length };
}

function escapeLength(text: string, at: number): number {
  const sign = text[at + 1] ?? '';
  if (sign === 'u') return isHex(text, at + 2) ? 6 : 0;
  return sign !== '' && '"\\/bfnrt'.includes(sign) ? 2 : 0;
}

function isHex(text: string, from: number): boolean {
  return fourDigits.test(text.slice(from, from + 4));
}

const fourDigits = /^[0-9A-Fa-f]{4}$/;

/** Where a number, `true`, `false` or `null` ends that begins here. */
export function scanLiteral(text: string, start: number): number | undefined {
  literal.lastIndex = start;
  return literal.test(text) ? literal.lastIndex : undefined;
}

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const [tab, lineFeed, carriageReturn, space, quote, slash, backslash] = [9, 10, 13, 32, 34, 47, 92];
