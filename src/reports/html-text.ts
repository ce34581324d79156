import type { Language } from '../model.ts';
import { named } from './visible.ts';
import { diffWords } from './words.ts';

/** A text of a document or of ours as HTML: no markup, and no sign that turns a line round. */
export function htmlText(text: string): string {
  return escaped(named(text));
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Attributes of a tag, those that are absent left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(value)}"`]))
    .join('');
}

/** What went and what came, word by word; the text alone where it is the same. */
export function htmlMarks(before: string | undefined, after: string | undefined, language: Language): string {
  if ((before ?? '') === (after ?? '')) return htmlText(after ?? '');
  if (!before) return `<ins>${htmlText(after ?? '')}</ins>`;
  if (!after) return `<del>${htmlText(before)}</del>`;
  const tags = { removed: 'del', added: 'ins' } as const;
  return diffWords(before, after, language)
    .map(({ kind, text }) => (kind === 'same' ? htmlText(text) : `<${tags[kind]}>${htmlText(text)}</${tags[kind]}>`))
    .join('');
}
