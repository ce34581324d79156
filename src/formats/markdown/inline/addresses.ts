import { classAfter, isAlphanumeric, isAsciiLetter, isBlankCode } from './characters.ts';
import { addAlone, lastEnd, type Scan } from './scan.ts';

/** GFM's `https://…` with its colon at `at`. */
export function readUrl(scan: Scan, at: number): number | undefined {
  const { text } = scan;
  let start = at;
  const floor = Math.max(lastEnd(scan), at - 6);
  while (start > floor && isAsciiLetter(text.charCodeAt(start - 1))) start -= 1;
  if (!/^(?:https?|ftp)$/i.test(text.slice(start, at)) || hostEnd(scan, at + 3) < 0) return undefined;
  const end = urlEnd(scan, at + 3);
  return end > at + 3 ? addAddress(scan, start, end) : undefined;
}

/** GFM's `www.…` with its first full stop at `at`. */
export function readHost(scan: Scan, at: number): number | undefined {
  const { text } = scan;
  const start = at - 3;
  if (start < lastEnd(scan) || start < scan.noHostBefore || !/^www$/i.test(text.slice(start, at))) return undefined;
  const isStart = start === 0 || isBlankCode(text.charCodeAt(start - 1)) || '*_~(['.includes(text[start - 1] ?? '');
  return isStart && hostEnd(scan, at + 1) > 0 ? addAddress(scan, start, urlEnd(scan, at + 1)) : undefined;
}

/** GFM's e-mail address with its `@` at `at`. */
export function readMail(scan: Scan, at: number): number | undefined {
  const { text } = scan;
  const floor = lastEnd(scan);
  let start = at;
  while (start > floor && isLocal(text.charCodeAt(start - 1))) start -= 1;
  while (start < at && text[start] === '_') start += 1;
  let end = at + 1;
  while (isLocal(text.charCodeAt(end)) && text[end] !== '+') end += 1;
  while (text[end - 1] === '.') end -= 1;
  const isHost = isAsciiLetter(text.charCodeAt(end - 1)) && text.slice(at + 1, end).includes('.');
  if (start === at || !isHost || text[start - 1] === '/' || text[at + 1] === '.') return undefined;
  return addAddress(scan, start, end);
}

/** Runs of `_` inside are none. */
function addAddress(scan: Scan, start: number, end: number): number {
  const { text, delimiters } = scan;
  while (delimiters.last !== undefined && delimiters.last.from >= start) delimiters.last = delimiters.last.before;
  if (delimiters.last !== undefined) delimiters.last.after = undefined;
  return addAlone(scan, start, end, { name: text.slice(start, end) });
}

/** Letters, figures, hyphens and full stops; no `_` in the last two parts of a name. */
function hostEnd(scan: Scan, start: number): number {
  const { text } = scan;
  let end = start;
  while (end < text.length && isHostAt(text, end)) end += 1;
  const isHost = end > start && !text.slice(start, end).split('.').slice(-2).join('').includes('_');
  if (!isHost) scan.noHostBefore = end;
  return isHost ? end : -1;
}

function isHostAt(text: string, at: number): boolean {
  const sign = text[at] ?? '';
  return sign === '.' || sign === '-' || sign === '_' || classAfter(text, at) === 'other';
}

function isLocal(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2e || code === 0x2b || code === 0x2d || code === 0x5f;
}

/** Up to a blank or `<`, in a link's text up to its bracket; without the punctuation at its end. */
function urlEnd({ text, brackets }: Scan, start: number): number {
  const stop = brackets.length > 0 ? 0x5d : 0x3c;
  let end = start;
  for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(++end)) {
    if (isBlankCode(code) || code === 0x3c || code === stop) break;
  }
  return withoutPunctuation(text, start, end);
}

/** GFM leaves it outside, and closing brackets that nothing in the address opens. */
export function withoutPunctuation(text: string, start: number, from: number): number {
  let unbalanced = count(text, ')', start, from) - count(text, '(', start, from);
  let end = from;
  while (end > start) {
    const last = text[end - 1] ?? '';
    if (last === ';') end = beforeEntity(text, start, end);
    else if (last === ')' && unbalanced > 0) [end, unbalanced] = [end - 1, unbalanced - 1];
    else if ('?!.,:*_~\'"]'.includes(last)) end -= 1;
    else break;
  }
  return end;
}

function beforeEntity(text: string, start: number, end: number): number {
  let name = end - 1;
  while (name > start && isAlphanumeric(text.charCodeAt(name - 1))) name -= 1;
  return name < end - 1 && text[name - 1] === '&' ? name - 1 : end - 1;
}

function count(text: string, sign: string, start: number, end: number): number {
  let found = 0;
  for (let at = start; at < end; at += 1) if (text[at] === sign) found += 1;
  return found;
}
