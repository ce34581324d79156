import type { Range } from '../../../model.ts';
import { isAsciiLetter, matchEnd, skipBlanks } from './characters.ts';
import { expressionEnd } from './expressions.ts';
import type { Scan } from './scan.ts';

/** A tag of raw HTML or JSX. */
export interface Tag extends Range {
  readonly kind: 'start' | 'end' | 'empty';
  readonly name: string;
  /** Values of attributes that people read. */
  readonly values: readonly Range[];
  /** `translate="no"`. */
  readonly isFrozen: boolean;
}

/** The tag at `at`. */
export function tagAt(scan: Scan, at: number): Tag | undefined {
  const isEnd = scan.text[at + 1] === '/';
  const start = at + (isEnd ? 2 : 1);
  const nameEnd = nameAt(scan, start);
  if (nameEnd < 0) return undefined;
  const name = scan.text.slice(start, nameEnd);
  return isEnd ? endTag(scan, at, { name, nameEnd }) : startTag(scan, at, { name, nameEnd });
}

interface Name {
  readonly name: string;
  readonly nameEnd: number;
}

function nameAt({ text, dialect }: Scan, at: number): number {
  if (dialect === 'mdx') return text[at] === '>' ? at : matchEnd(jsxName, text, at);
  return isAsciiLetter(text.charCodeAt(at)) ? matchEnd(htmlName, text, at) : -1;
}

const htmlName = /[A-Za-z][A-Za-z0-9-]*/y;
const jsxName = /[\p{ID_Start}$_][\p{ID_Continue}$.:-]*/uy;

function endTag({ text }: Scan, start: number, { name, nameEnd }: Name): Tag | undefined {
  const end = skipBlanks(text, nameEnd);
  if (text[end] !== '>') return undefined;
  return { kind: 'end', name, start, end: end + 1, values: [], isFrozen: false };
}

function startTag(scan: Scan, start: number, { name, nameEnd }: Name): Tag | undefined {
  const { text } = scan;
  const values: Range[] = [];
  let isFrozen = false;
  let at = nameEnd;
  for (;;) {
    const next = skipBlanks(text, at);
    if (text[next] === '>' || (text[next] === '/' && text[next + 1] === '>')) {
      const isEmpty = text[next] === '/' || (scan.dialect === 'markdown' && empty.has(name.toLowerCase()));
      const end = next + (text[next] === '/' ? 2 : 1);
      return { kind: isEmpty ? 'empty' : 'start', name, start, end, values, isFrozen };
    }
    const attribute = next > at ? attributeAt(scan, next) : undefined;
    if (attribute === undefined) return undefined;
    const { name: key, value, end } = attribute;
    if (value !== undefined && /^(?:alt|title)$/i.test(key) && hasLetter(text, value)) values.push(value);
    if (value !== undefined && key === 'translate' && text.slice(value.start, value.end) === 'no') isFrozen = true;
    at = end;
  }
}

/** HTML's elements without an end. */
const empty: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

interface Attribute {
  readonly name: string;
  /** Where it is quoted. */
  readonly value?: Range;
  readonly end: number;
}

function attributeAt(scan: Scan, at: number): Attribute | undefined {
  const { text, dialect } = scan;
  const isMdx = dialect === 'mdx';
  if (isMdx && text[at] === '{') return expressionAttribute(scan, '', at);
  const nameEnd = matchEnd(isMdx ? jsxAttribute : htmlAttribute, text, at);
  if (nameEnd < 0) return undefined;
  const name = text.slice(at, nameEnd);
  const sign = skipBlanks(text, nameEnd);
  if (text[sign] !== '=') return { name, end: nameEnd };
  const start = skipBlanks(text, sign + 1);
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, start + 1);
    return end < 0 ? undefined : { name, value: { start: start + 1, end }, end: end + 1 };
  }
  if (isMdx) return expressionAttribute(scan, name, start);
  const end = matchEnd(unquoted, text, start);
  return end < 0 ? undefined : { name, end };
}

function expressionAttribute(scan: Scan, name: string, at: number): Attribute | undefined {
  const end = expressionEnd(scan, at);
  return end < 0 ? undefined : { name, end };
}

const htmlAttribute = /[A-Za-z_:][A-Za-z0-9_.:-]*/y;
const jsxAttribute = /[\p{ID_Start}$_][\p{ID_Continue}$:-]*/uy;
const unquoted = /[^ \t\r\n"'=<>`]+/y;

function hasLetter(text: string, { start, end }: Range): boolean {
  return /\p{L}/u.test(text.slice(start, end));
}
