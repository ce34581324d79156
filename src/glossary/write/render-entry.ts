import type { GlossaryEntry } from '../../model.ts';
import { fieldsOf } from './entry-fields.ts';
import { inFlow } from './flow.ts';

/** `Kursk: { en: Kursk, ko: 쿠르스크 }` where that is short, else a field a line. Without a line break at the end. */
export function renderEntry(entry: GlossaryEntry): string {
  const fields = fieldsOf(entry);
  const short = renderField(entry.term, fields);
  if (short.length <= longestLine) return short;
  const lines = Object.entries(fields).map(([name, value]) => `  ${renderField(name, value)}`);
  return [`${inFlow(entry.term)}:`, ...lines].join('\n');
}

const longestLine = 110;

/** A name and its value on one line. */
export function renderField(name: string, value: unknown): string {
  return `${inFlow(name)}: ${inFlow(value)}`;
}
