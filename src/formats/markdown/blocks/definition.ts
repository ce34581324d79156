import type { Range } from '../../../model.ts';
import { joinLines } from './join-lines.ts';

export interface Definition {
  /** As written. */
  readonly label: string;
  /** Without angles. */
  readonly destination: Range;
  readonly title?: Range | undefined;
  /** How many lines of the paragraph it takes. */
  readonly lines: number;
}

/** The link reference definitions that a paragraph begins with (CommonMark 4.7). */
export function definitionsIn(text: string, lines: readonly number[]): readonly Definition[] {
  if (text[lines[0] ?? 0] !== '[') return [];
  const joined = joinLines(text, lines);
  const definitions: Definition[] = [];
  let [at, line] = [0, 0];
  for (let found = parse(joined.text, at); found !== undefined; found = parse(joined.text, at)) {
    const { label, destination, title, end } = found;
    const from = line;
    const rangeOf = ({ start, end }: Range) => ({
      start: joined.offsetOf(start, from),
      end: joined.offsetOf(end, from),
    });
    const last = joined.lineOf(end, line);
    definitions.push({
      label,
      destination: rangeOf(destination),
      title: title && rangeOf(title),
      lines: last - line + 1,
    });
    [at, line] = [end + 1, last + 1];
  }
  return definitions;
}

interface Found {
  readonly label: string;
  readonly destination: Range;
  readonly title?: Range | undefined;
  /** The end of its last line. */
  readonly end: number;
}

function parse(text: string, start: number): Found | undefined {
  if (text[start] !== '[') return undefined;
  const labelEnd = endOf(label, text, start);
  if (labelEnd === undefined || labelEnd - start > 1001 || endOf(blankLabel, text, start) !== undefined)
    return undefined;
  const destinationStart = endOf(blanks, text, labelEnd) ?? labelEnd;
  const isAngled = text[destinationStart] === '<';
  const destinationEnd = isAngled ? angledEnd(text, destinationStart) : bareEnd(text, destinationStart);
  if (destinationEnd === undefined) return undefined;
  const name = text.slice(start + 1, labelEnd - 2);
  const angle = isAngled ? 1 : 0;
  const destination = { start: destinationStart + angle, end: destinationEnd - angle };
  const titleStart = endOf(blanks, text, destinationEnd) ?? destinationEnd;
  const titleEnd = titleStart > destinationEnd ? titleEndAt(text, titleStart) : undefined;
  const end = titleEnd === undefined ? undefined : endOf(restOfLine, text, titleEnd);
  if (titleEnd !== undefined && end !== undefined)
    return { label: name, destination, title: { start: titleStart + 1, end: titleEnd - 1 }, end };
  const short = endOf(restOfLine, text, destinationEnd);
  return short === undefined ? undefined : { label: name, destination, end: short };
}

const label = /\[(?:[^[\]\\]|\\[^\n]|\\(?=\n)){1,1000}\]:/y;
const blankLabel = /\[\s*\]/y;
/** One line break at most. */
const blanks = /[ \t]*(?:\n[ \t]*)?/y;
const restOfLine = /[ \t]*(?=\n|$)/y;

/** Behind the sign that closes a title, however long: no pattern, whose stack it could exhaust. */
function titleEndAt(text: string, start: number): number | undefined {
  const open = text[start] ?? '';
  const close = open === '(' ? ')' : open;
  if (!`"'(`.includes(open) || open === '') return undefined;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === close) return at + 1;
    else if (text[at] === '(' && open === '(') return undefined;
  }
  return undefined;
}

function angledEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length && text[at] !== '\n' && text[at] !== '<'; at += 1) {
    if (text[at] === '>') return at + 1;
    if (text[at] === '\\' && text[at + 1] !== '\n') at += 1;
  }
  return undefined;
}

/** Signs but blanks and controls, with parentheses in pairs. */
function bareEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 127) break;
    if (code === 92 && text.charCodeAt(at + 1) > 32) at += 1;
    else if (code === 40) depth += 1;
    else if (code === 41) depth -= 1;
    if (depth < 0 || depth > 32) return undefined;
  }
  return at === start || depth !== 0 ? undefined : Math.min(at, text.length);
}

function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
