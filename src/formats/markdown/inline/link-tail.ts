import type { Range } from '../../../model.ts';
import { isBlankCode, skipBlanks } from './characters.ts';
import { find, type Scan } from './scan.ts';

/** What follows the text of a link. */
export interface Tail {
  readonly end: number;
  /** The text of its title. */
  readonly title?: Range | undefined;
}

/** `(destination "title")`, from its bracket on. */
export function linkTail(scan: Scan, at: number): Tail | undefined {
  const { text } = scan;
  if (text[at] !== '(') return undefined;
  const start = skipBlanks(text, at + 1);
  const destination = destinationEnd(scan, start);
  if (destination < 0) return undefined;
  const next = skipBlanks(text, destination);
  if (text[next] === ')') return { end: next + 1 };
  const title = next > destination ? titleAt(text, next) : undefined;
  const end = title && skipBlanks(text, title.end + 1);
  return end !== undefined && text[end] === ')' ? { end: end + 1, title } : undefined;
}

function destinationEnd(scan: Scan, start: number): number {
  return scan.text[start] === '<' ? bracketedEnd(scan.text, start) : bareEnd(scan, start);
}

function bracketedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += text[at] === '\\' ? 2 : 1) {
    if (text[at] === '>') return at + 1;
    if (text[at] === '<' || text[at] === '\n') return -1;
  }
  return -1;
}

/** Brackets are balanced up to 32 deep, as everywhere; placeholders of site generators may have blanks. */
function bareEnd(scan: Scan, start: number): number {
  const { text } = scan;
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x28) depth += 1;
    else if (code === 0x29) depth -= 1;
    else if (code === 0x7b) at = Math.max(at, placeholderEnd(scan, at) - 1);
    else if (code === 0x5c && text[at + 1] !== undefined && !isBlankCode(text.charCodeAt(at + 1))) at += 1;
    if (depth < 0 || isBlankCode(code)) break;
    if (depth > 32 || code < 32 || code === 127) return -1;
    at += 1;
  }
  return depth > 0 ? -1 : at;
}

function placeholderEnd(scan: Scan, at: number): number {
  const end = scan.text[at + 1] === '{' ? '}}' : scan.text[at + 1] === '%' ? '%}' : undefined;
  const found = end === undefined ? -1 : find(scan, end, at + 2);
  return found < 0 ? -1 : found + 2;
}

function titleAt(text: string, at: number): Range | undefined {
  const quote = quotes.get(text[at] ?? '');
  if (quote === undefined) return undefined;
  for (let end = at + 1; end < text.length; end += text[end] === '\\' ? 2 : 1) {
    if (text[end] === quote) return { start: at + 1, end };
    if (quote === ')' && text[end] === '(') return undefined;
  }
  return undefined;
}

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
]);
