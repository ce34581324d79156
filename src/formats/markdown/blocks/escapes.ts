import type { Piece } from '../../../model.ts';
import { isOpaque, opaqueIn } from './opaque.ts';

/**
 * Escapes of signs that are no inline syntax: they keep a line from being a heading, a list or the like. They are folded
 * wherever they stand, for a sentence does not know where its line begins. Not where the sign alone would be syntax after
 * all: `&\#38;`, `www\.example.org`.
 */
export function escapesIn(raw: string, style: string): readonly Piece[] {
  const found = [
    ...(style.startsWith('title') ? titleEscapes(raw, style) : blockEscapes(raw, style)),
    ...moduleWords(raw),
  ];
  if (found.length === 0) return found;
  const codes = style.startsWith('title') ? [] : opaqueIn(raw);
  return found.filter(({ start, text }) => text === '|' || !isOpaque(codes, start));
}

/** Behind an odd number of backslashes. */
export function isEscaped(raw: string, at: number): boolean {
  let from = at;
  while (from > 0 && raw[from - 1] === '\\') from -= 1;
  return (at - from) % 2 === 1;
}

function titleEscapes(raw: string, style: string): readonly Piece[] {
  const signs = titleSigns(style);
  return escapedSigns(raw, (at) => signs.includes(raw[at + 1] ?? ' '));
}

/** The signs that end a title, or begin another one in it. */
export function titleSigns(style: string): string {
  return style[5] === '(' ? '()' : (style[5] ?? '"');
}

function blockEscapes(raw: string, style: string): readonly Piece[] {
  const isCell = style === 'cell' || style === 'row';
  return escapedSigns(raw, (at) => (isCell && raw[at + 1] === '|') || keepsLine(raw, at));
}

function keepsLine(raw: string, at: number): boolean {
  const sign = raw[at + 1] ?? '';
  if (sign === '#') return raw[at - 1] !== '&';
  if (sign === '.') return !/[a-z0-9]/i.test(raw[at + 2] ?? '');
  if (sign === ':') return raw[at - 1] === ']' || raw[at + 2] === ':';
  if (sign === '!' || sign === '?') return raw.startsWith(sign + sign, at + 2);
  return sign !== '' && ')>+-=|'.includes(sign);
}

function escapedSigns(raw: string, isFolded: (at: number) => boolean): readonly Piece[] {
  const folds: Piece[] = [];
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 2)) {
    if (isFolded(at)) folds.push({ start: at, end: at + 2, text: raw[at + 1] ?? '' });
  }
  return folds;
}

/** `&#105;mport`: in MDX a line that begins with the word is code. */
function moduleWords(raw: string): readonly Piece[] {
  if (!raw.includes('&#')) return [];
  return [...raw.matchAll(/&#(105(?=;mport )|101(?=;xport ));/g)].map(({ 0: text, 1: code, index }) => ({
    start: index,
    end: index + text.length,
    text: String.fromCharCode(Number(code)),
  }));
}
