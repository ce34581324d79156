import { attributeListEnd } from './attribute-lists.ts';
import { matchEnd } from './characters.ts';
import { expressionEnd } from './expressions.ts';
import { addAlone, find, type Scan } from './scan.ts';

/** Placeholders of site generators and attribute lists; in MDX, expressions. */
export function readBrace(scan: Scan, at: number): number {
  const end = scan.dialect === 'mdx' ? expressionEnd(scan, at) : braceEnd(scan, at);
  return end < 0 ? at + 1 : addAlone(scan, at, end);
}

function braceEnd(scan: Scan, at: number): number {
  const { text } = scan;
  const template = templates.find(({ start }) => text.startsWith(start, at));
  if (template !== undefined) {
    const end = find(scan, template.end, at + 2);
    if (end >= 0) return end + template.end.length;
  }
  return Math.max(attributeListEnd(text, at), matchEnd(role, text, at));
}

/** Longer starts first. */
const templates = [
  { start: '{{<', end: '>}}' },
  { start: '{{%', end: '%}}' },
  { start: '{{{', end: '}}}' },
  { start: '{{', end: '}}' },
  { start: '{%', end: '%}' },
];

/** MyST's role before a code span. */
const role = /\{[A-Za-z][\w:.+-]{0,60}\}(?=`)/y;
