import { foreignEnd } from './foreign.ts';
import { rawElements, rawEnd } from './raw-text.ts';
import type { Source } from './source.ts';
import { plainToken, type Token } from './token.ts';

/**
 * What follows on the start tag of an element that has no markup inside, or none that we read. XHTML's `<script/>` has
 * nothing inside; in HTML it has all up to the next end tag, so it is taken to be XHTML where there is none.
 */
export function contentOf(source: Source, tag: Token): readonly Token[] {
  if (tag.kind !== 'open') return [];
  if (tag.name === 'svg' || tag.name === 'math') return tag.selfClosing ? [] : foreignContent(source, tag);
  if (!rawElements.has(tag.name)) return [];
  const end = rawEnd(source.text, tag.name, tag.end);
  if (end === undefined) return tag.selfClosing ? [] : [restOf(source, tag)];
  return end === tag.end ? [] : [plainToken(tag.name === 'title' ? 'title' : 'content', tag.end, end)];
}

function foreignContent(source: Source, tag: Token): readonly Token[] {
  const closing = foreignEnd(source, tag);
  if (closing === undefined) return [restOf(source, tag)];
  return closing.start === tag.end ? [closing] : [plainToken('content', tag.end, closing.start), closing];
}

/** The rest is named like the element that has no end. */
function restOf({ text }: Source, { name, end }: Token): Token {
  return { ...plainToken('rest', end, text.length), name };
}
