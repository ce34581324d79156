import { classAfter, isBlankCode, isInWord } from './characters.ts';
import { addAlone, find, type Scan } from './scan.ts';

export function readDollar(scan: Scan, at: number): number {
  const { text } = scan;
  const end = text[at + 1] === '{' ? placeholderEnd(text, at) : mathEnd(text, at);
  return end < 0 ? at + 1 : addAlone(scan, at, end);
}

/** `$x$` or `$$x$$` at `at` as GitHub and pandoc read it, and only what looks like a formula: “5 $ und 6 $” is text. */
export function mathEnd(text: string, at: number): number {
  const size = text[at + 1] === '$' ? 2 : 1;
  const start = at + size;
  if (text[start] === '$' || isInWord(text, at) || text[at - 1] === '$') return -1;
  const end = dollarsAfter(text, start);
  const content = text.slice(start, end);
  if (end < 0 || !looksLikeMath(content)) return -1;
  if (size === 2) return text[end + 1] === '$' ? end + 2 : -1;
  const isOpen = isBlankCode(content.charCodeAt(0)) || isBlankCode(content.charCodeAt(content.length - 1));
  return isOpen || classAfter(text, end + 1) === 'other' || text[end + 1] === '$' ? -1 : end + 1;
}

/** LaTeX's `\(x\)` at `at`, which Markdown reads as escaped brackets where it is no formula. */
export function texEnd(scan: Scan, at: number): number {
  const { text } = scan;
  if (text[at + 1] !== '(') return -1;
  const end = find(scan, '\\)', at + 2);
  if (end < 0 || end - at > longest) return -1;
  const content = text.slice(at + 2, end);
  return content.length > 2 && !/[\\^_=+<>*/|]/.test(content) ? -1 : end + 2;
}

/** Nobody writes longer ones in a line; looking further would cost time. */
const longest = 500;

function dollarsAfter(text: string, start: number): number {
  const limit = Math.min(text.length, start + longest);
  for (let end = start; end < limit; end += text[end] === '\\' ? 2 : 1) {
    if (text[end] === '$') return end;
    if (text[end] === '\n') return -1;
  }
  return -1;
}

/** It has a sign of its own, no blank or no word. U+FFFC stands for a code whose text is not at hand. */
function looksLikeMath(content: string): boolean {
  if (content === '') return false;
  return /[\\^_=+<>*/|\uFFFC]| [-−] /.test(content) || !/\s/.test(content) || !/\p{L}{2}/u.test(content);
}

function placeholderEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + longest);
  for (let end = at + 2; end < limit && text[end] !== '{' && text[end] !== '\n'; end += 1) {
    if (text[end] === '}') return end > at + 2 ? end + 1 : -1;
  }
  return -1;
}
