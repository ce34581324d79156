import { findProtected } from './protected.ts';

/** An answer whose placeholder was written otherwise, put right, and what was done: `{ name } → {name}`. */
export interface Mended {
  readonly text: string;
  readonly mended?: readonly string[] | undefined;
}

/** Where one placeholder of the source is missing and one thing in the target is it, but for blanks in it or the width of its signs. */
export function mendPlaceholder(target: string, source: string): Mended {
  const missing = findProtected(source).filter((span) => !target.includes(span));
  const [placeholder] = missing;
  if (placeholder === undefined || missing.length > 1 || !isPlaceholder(placeholder)) return { text: target };
  const found = Array.from(target.matchAll(spellings(placeholder)), ([spelling]) => spelling);
  const [spelling] = found;
  if (spelling === undefined || found.length > 1) return { text: target };
  return { text: target.replace(spelling, () => placeholder), mended: [`${spelling} → ${placeholder}`] };
}

/** `{name}`, `{{count}}`, `%(user)s`, `%1$s`: no address, no tag. */
function isPlaceholder(span: string): boolean {
  return span.length <= 60 && /^(?:\{[\w.{} -]+\}|%[\w().$-]+)$/.test(span);
}

/** Its parts in order, each sign in either width, with a blank between any two. */
function spellings(placeholder: string): RegExp {
  const parts = placeholder.match(/\w+|\W/g) ?? [];
  return new RegExp(parts.map(eitherWidth).join('[ \\u00A0\\u3000]?'), 'gu');
}

function eitherWidth(part: string): string {
  if (part === ' ') return '[ \\u00A0\\u3000]?';
  if (/^\w/.test(part)) return part;
  return `[\\u{${part.charCodeAt(0).toString(16)}}\\u{${(part.charCodeAt(0) + 0xfee0).toString(16)}}]`;
}
