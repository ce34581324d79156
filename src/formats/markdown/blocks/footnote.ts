import type { Cursor } from './cursor.ts';
import { trimStart } from './lines.ts';
import type { Start } from './start.ts';

/** `[^label]: text`; what is indented by four columns below belongs to it. */
export function footnoteAt({ text, next, end }: Cursor): Start | undefined {
  if (text[next + 1] !== '^') return undefined;
  label.lastIndex = next + 2;
  if (!label.test(text) || label.lastIndex > end) return undefined;
  const after = label.lastIndex;
  return { kind: 'note', end: trimStart(text, after, end), label: text.slice(next + 1, after - 2) };
}

const label = /(?:[^\s[\]\\]|\\.){1,999}\]:/y;
