import type { Range, Refusal } from '../../model.ts';

export interface Token extends Range {
  readonly kind: 'word' | 'string' | 'index' | 'comment' | 'other' | 'end';
}

/** The next token. White space is none; a comment ends with its line. */
export function tokenAt(text: string, from: number): Token | Refusal {
  let start = from;
  while (isBlank(text.charCodeAt(start))) start += 1;
  if (start >= text.length) return { kind: 'end', start, end: start };
  const sign = text[start];
  if (sign === '"') return stringAt(text, start);
  if (sign === '#') return { kind: 'comment', start, end: lineEnd(text, start) };
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: 'other', start, end: start + String.fromCodePoint(text.codePointAt(start) ?? 0).length };
}

const patterns = [
  ['word', /[a-z_]+/y],
  ['index', /\[[ \t]*\d{1,3}[ \t]*\]/y],
] as const;

const isBlank = (code: number): boolean => code === space || (code >= tab && code <= carriageReturn);

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn) at += 1;
  return at;
}

function stringAt(text: string, start: number): Token | Refusal {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return { kind: 'string', start, end: at + 1 };
    if (code === lineFeed || code === carriageReturn) return { message: { id: 'format.po.line_end' }, offset: at };
    if (code === backslash && !isEscape(text, at)) return { message: { id: 'format.po.escape' }, offset: at };
    at += code === backslash ? 2 : 1;
  }
  return { message: { id: 'format.po.end', values: { expected: '"' } }, offset: text.length };
}

function isEscape(text: string, at: number): boolean {
  const sign = text[at + 1] ?? ' ';
  return 'abfnrtv"\\01234567'.includes(sign) || (sign === 'x' && /[0-9A-Fa-f]/.test(text[at + 2] ?? ''));
}

const [tab, lineFeed, carriageReturn, space, quote, backslash] = [9, 10, 13, 32, 34, 92] as const;
