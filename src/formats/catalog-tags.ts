import type { FoundCode } from './pair-codes.ts';

/** `<b>`, `</b>`, `<br/>`, `<0>`, `<a href="…">` in the text of a catalog: a sign for a lesser number is none. */
export const tagSource = String.raw`<\/?(?:[A-Za-z][\w.:-]*|\d+)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?\/?>`;

export function foundTag(written: string, start: number): FoundCode {
  const element = /[\w.:-]+/.exec(written)?.[0] ?? '';
  const isAlone = written.endsWith('/>') || empty.has(element.toLowerCase());
  const kind = isAlone ? 'alone' : written.startsWith('</') ? 'close' : 'open';
  return { kind, start, end: start + written.length, element };
}

/** Elements of HTML that stand in sentences and have no end; `<link>` in a message is a name that its program chose. */
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
