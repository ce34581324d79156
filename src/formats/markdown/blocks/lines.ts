import { space, tab } from './cursor.ts';

/** Finds the ends of lines, for offsets that only grow: `\n`, `\r\n` and `\r` break a line. */
export function lineEnds(text: string): (from: number) => number {
  const feed = finder(text, '\n');
  const carriage = finder(text, '\r');
  return (from) => Math.min(feed(from), carriage(from));
}

/** How long the break at the end of a line is; 0 at the end of the text. */
export function breakLength(text: string, end: number): number {
  if (end >= text.length) return 0;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1;
}

/** The end without the blanks before it. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankSign(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** The start behind the blanks at it. */
export function trimStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankSign(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind all signs of one kind. */
export function runEnd(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === code) at += 1;
  return at;
}

export function isBlankSign(code: number): boolean {
  return code === space || code === tab;
}

/** Each sign is looked for once, however often somebody asks. */
function finder(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(sign, from);
      found = at < 0 ? text.length : at;
    }
    return found;
  };
}
