/**
 * A line as it may be shown: control characters and line breaks, which could drive a terminal, and direction marks, which
 * could turn the line round, as their names. It is no order to GitHub's runner either, which obeys `::…` at the start of a
 * line, blanks before it aside, and `##[…]` anywhere in it. Tabs stay.
 */
export function visible(line: string): string {
  return visibleText(line).replace(/^(?=\s*::)/, '│ ');
}

/** A text that stands somewhere inside a line. */
export function visibleText(text: string): string {
  return named(text).replaceAll('##[', '# #[');
}

/** A line in which the colours that picocolors gives come through. Texts in it have to be visible before. */
export function visibleInColor(line: string): string {
  const parts = line.split(colors);
  return parts.map((part, at) => (at === 0 ? visible(part) : at % 2 === 1 ? part : visibleText(part))).join('');
}

/** A value as JSON that may be shown: the same signs are escaped as JSON escapes them, so that nothing changes for a reader. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(signs, (sign) => (sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .replaceAll('##[', '#\\u0023[');
}

/** Without signs that do something instead of being seen. */
export function named(text: string): string {
  return text.replace(signs, (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

const signs = /[^\P{Cc}\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Bold, dim, struck through, red, green, yellow, cyan, and their ends. */
const colors = new RegExp(`(${String.fromCharCode(27)}\\[(?:1|2|9|22|29|31|32|33|36|39)m)`);
