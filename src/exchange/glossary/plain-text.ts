import type { XmlElement } from '../xml.ts';

/** The text in an element, without its inline elements: white space with a line break in it is how it was laid out. */
export function plainText(element: XmlElement): string {
  return asRead(contentOf(element));
}

/** What becomes of a text that is written into an element and read again: signs that XML should not have say so. */
export function asRead(text: string): string {
  const plain = text.toWellFormed().replace(/(?![\t\r\n])[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD');
  return plain.replace(/\s+/gu, (blanks) => (/[\r\n]/u.test(blanks) ? ' ' : blanks)).trim();
}

function contentOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : contentOf(child))).join('');
}
