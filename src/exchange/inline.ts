import type { XmlElement } from './xml.ts';

/**
 * The text of an element of XLIFF or TMX as people read it, with tags where the inline elements are. White space with a
 * line break in it reads as a blank, unless it is kept. What stands in a code of another format (`<bpt>&lt;b></bpt>`) is
 * none of the text, but for its subflows.
 */
export function inlineText(element: XmlElement, space: string | undefined): string {
  const text = contentOf(element);
  return space === 'preserve' ? text : unfolded(text);
}

/** Elements that hold what another format has in this place. */
const native: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
/** Annotations, whose content is text like any other; and marks where one begins and ends. */
const annotations: ReadonlySet<string> = new Set(['mrk', 'sub']);
const marks: ReadonlySet<string> = new Set(['sm', 'em']);

function contentOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : elementText(child))).join('');
}

function elementText(element: XmlElement): string {
  const { name, tag, attributes } = element;
  if (annotations.has(name)) return contentOf(element);
  if (name === 'cp') return signOf(attributes.hex);
  if (marks.has(name)) return '';
  if (tag.endsWith('/>')) return tag;
  const content = native.has(name) ? subflows(element) : contentOf(element);
  return `${tag}${content}</${/^<([^\s/>]+)/u.exec(tag)?.[1] ?? name}>`;
}

function subflows({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? '' : contentOf(child))).join('');
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
