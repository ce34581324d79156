import { foundTag, tagSource } from '../catalog-tags.ts';
import type { FoundCode } from '../pair-codes.ts';

/** Where a text of an ICU message stands: `#` is the number in a branch of a plural, and a plain sign elsewhere. */
export type Place = 'icu' | 'icu-plural';

/** Arguments, tags, `#` and apostrophes of a message's text, or of a piece of one. Whatever has no end stands alone. */
export function findArguments(text: string, place: Place): readonly FoundCode[] {
  const found: FoundCode[] = [];
  const ends = argumentEnds(text);
  const signs = place === 'icu' ? /['{}<\u2400-\u241F\uFFFD]/g : /['{}<#\u2400-\u241F\uFFFD]/g;
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    const codes = codesAt(text, match.index, { place, ends });
    found.push(...codes);
    signs.lastIndex = codes.at(-1)?.end ?? match.index + 1;
  }
  return found;
}

/** A sign of a plain text as it must be written; signs that would be quoted and stand together are quoted together. */
export function escapeSign(text: string, at: number, place: Place): string {
  const sign = text[at] ?? '';
  const { start, end } = runAround(text, at, place);
  if (start === end) return sign;
  const run = text.slice(start, end);
  if (run === "'") return ordinary.test(text[end] ?? '') ? sign : "''";
  if (/^'+$/.test(run)) return "''";
  const written = sign === "'" ? "''" : sign;
  return `${at === start ? "'" : ''}${written}${at === end - 1 ? "'" : ''}`;
}

interface Context {
  readonly place: Place;
  /** Behind the closing brace of each that opens. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Behind an apostrophe that needs no care; U+FFFC stands for a code. */
const ordinary = /[^{}<>#\uFFFC]/;

function codesAt(text: string, at: number, { place, ends }: Context): readonly FoundCode[] {
  const sign = text[at];
  if (sign === "'") return apostropheAt(text, at, place);
  if (sign === '<') {
    tag.lastIndex = at;
    const [written] = tag.exec(text) ?? [];
    return written === undefined ? [] : [foundTag(written, at)];
  }
  return [{ kind: 'alone', start: at, end: ends.get(at) ?? at + 1 }];
}

const tag = new RegExp(tagSource, 'y');

/** `''` is an apostrophe; before a sign of syntax one starts a quotation; else it is one. */
function apostropheAt(text: string, at: number, place: Place): readonly FoundCode[] {
  const next = text[at + 1] ?? '';
  if (next === "'") return [{ kind: 'escape', start: at, end: at + 2, reads: "'" }];
  if (!isQuotable(next, place)) return [];
  const end = quotationEnd(text, at);
  const inner = text.slice(at + 1, end - 1);
  const signs = [...inner.matchAll(/''|[{}<>#]/g)];
  const isWhole = signs.reduce((length, [written]) => length + written.length, 0) === inner.length;
  if (!isWhole || text[end - 1] !== "'") return [{ kind: 'alone', start: at, end }];
  return signs.map(({ 0: written, index }, nth) => ({
    kind: 'escape',
    start: nth === 0 ? at : at + 1 + index,
    end: at + 1 + index + written.length + (nth === signs.length - 1 ? 1 : 0),
    reads: written === "''" ? "'" : written,
  }));
}

function quotationEnd(text: string, at: number): number {
  for (let next = text.indexOf("'", at + 1); next >= 0; next = text.indexOf("'", next + 2)) {
    if (text[next + 1] !== "'") return next + 1;
  }
  return text.length;
}

function argumentEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else ends.set(open.pop() ?? -1, index + 1);
  }
  return ends;
}

const isQuotable = (sign: string, place: Place): boolean =>
  sign !== '' && ('{}<>'.includes(sign) || (sign === '#' && place === 'icu-plural'));

/** The apostrophes and signs of syntax that stand together around a place; empty where nothing there needs care. */
function runAround(text: string, at: number, place: Place): { readonly start: number; readonly end: number } {
  const belongs = (index: number): boolean => {
    const sign = text[index] ?? '';
    if (sign === "'" || sign === '{' || sign === '}') return true;
    if (sign === '#') return place === 'icu-plural';
    return sign === '<' && /[A-Za-z/]/.test(text[index + 1] ?? '');
  };
  if (!belongs(at)) return { start: at, end: at };
  let [start, end] = [at, at + 1];
  while (belongs(start - 1)) start -= 1;
  while (belongs(end)) end += 1;
  return { start, end };
}
