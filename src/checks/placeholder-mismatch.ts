import { blank } from '../languages/protected/blank.ts';
import { maskCodeSpans } from '../languages/protected/code-spans.ts';
import { protectedPatterns } from '../languages/protected/patterns.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, MarkupNode } from '../model.ts';
import { mismatches } from './mismatch.ts';

/** A target has the placeholders of its source: `{name}`, `%s`, `%(count)d`, `<x id="1"/>`; their order is free. */
export const placeholderMismatch: Check = {
  id: 'placeholder_mismatch',
  check(pair) {
    const signs = signsOf(pair);
    if (((signs.source | signs.target) & sign.code) === 0) return [];
    return mismatches('placeholder_mismatch', placeholdersOf(pair.source), placeholdersOf(pair.target));
  },
};

/** Code spans are compared as a whole elsewhere. */
function placeholdersOf(text: string): readonly MarkupNode[] {
  if (!/[{%<]/.test(text)) return [];
  const found: MarkupNode[] = [];
  let rest = maskCodeSpans(text);
  for (const pattern of [emptyElement, protectedPatterns.placeholder.pattern, protectedPatterns.printf.pattern]) {
    rest = rest.replace(pattern, (written, start: number) => {
      found.push({ name: written.replace(/\s+/g, ' '), start, end: start + written.length });
      return blank(written);
    });
  }
  return found;
}

/** XLIFF's elements that stand for codes. */
const emptyElement = /<(?:x|ph|bx|ex|sc|ec|it)\s[^<>]*>/g;
