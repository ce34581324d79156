import type { XmlElement } from './xml.ts';

/** A text with inline elements: as people read it, with tags where the elements are. */
export interface InlineText {
  readonly text: string;
  /** Names of the elements, a pair's once: `<g id="1">`. */
  readonly codes: readonly string[];
}

/**
 * The text of an element of XLIFF or TMX. White space with a line break in it reads as a blank, unless it is kept.
 * What stands in a code of another format (`<bpt>&lt;b></bpt>`) is none of the text, but for its subflows.
 */
export function inlineText(element: XmlElement, space: string | undefined): InlineText {
  const read: Reading = { text: '', codes: [] };
  readContent(element, read);
  return { text: space === 'preserve' ? read.text : unfolded(read.text), codes: read.codes };
}

interface Reading {
  text: string;
  readonly codes: string[];
}

/** Elements that hold what another format has in this place. */
const native: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
/** Annotations, whose content is text like any other; and marks where one begins and ends. */
const annotations: ReadonlySet<string> = new Set(['mrk', 'sub']);
const marks: ReadonlySet<string> = new Set(['sm', 'em']);

function readContent({ children }: XmlElement, read: Reading): void {
  for (const child of children) {
    if (typeof child === 'string') read.text += child;
    else if (annotations.has(child.name)) readContent(child, read);
    else if (child.name === 'cp') read.text += signOf(child.attributes.hex);
    else if (!marks.has(child.name)) readCode(child, read);
  }
}

function readCode(element: XmlElement, read: Reading): void {
  const { name, tag } = element;
  read.codes.push(codeName(element));
  read.text += tag;
  if (tag.endsWith('/>')) return;
  if (native.has(name)) readSubflows(element, read);
  else readContent(element, read);
  read.text += `</${/^<([^\s/>]+)/u.exec(tag)?.[1] ?? name}>`;
}

function readSubflows({ children }: XmlElement, read: Reading): void {
  for (const child of children) if (typeof child !== 'string') readContent(child, read);
}

/** By what the source's and the target's are the same; TMX numbers pairs anew in each language, and says `x`. */
function codeName({ name, attributes }: XmlElement): string {
  const by = ['id', 'startRef', 'x'].find((attribute) => attribute in attributes);
  return by === undefined ? `<${name}>` : `<${name} ${by}="${attributes[by]}">`;
}

/** A sign that XML cannot write. */
function signOf(hex = ''): string {
  const code = /^[0-9A-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

function unfolded(text: string): string {
  return text.replace(/\s+/gu, (blanks, at: number) => {
    if (!/[\r\n]/u.test(blanks)) return blanks;
    return at === 0 || at + blanks.length === text.length ? '' : ' ';
  });
}
