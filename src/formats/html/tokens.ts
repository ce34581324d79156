import { contentOf } from './content.ts';
import { commentEnd } from './declaration.ts';
import { type Source, sourceOf } from './source.ts';
import { tagAt } from './tag.ts';
import { templateAt } from './template.ts';
import { plainToken, type Token } from './token.ts';

/** The tokens of an HTML document or of a part of one that begins in its text. */
export function tokensOf(text: string): readonly Token[] {
  return cover(sourceOf(text), markupAt);
}

/** The tokens of a text in which there is no tag: an attribute's value, a title. */
export function plainTokensOf(text: string): readonly Token[] {
  return cover(sourceOf(text), templateAt);
}

type ReadToken = (source: Source, at: number) => Token | undefined;

/** `read` is asked wherever a token may begin; what is in between is text. */
function cover(source: Source, read: ReadToken): readonly Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  let [done, at] = [0, 0];
  for (;;) {
    at = Math.min(source.find('<', at), source.find('{', at));
    if (at >= text.length) break;
    const token = read(source, at);
    if (token === undefined) {
      at += 1;
      continue;
    }
    if (at > done) tokens.push(plainToken('text', done, at));
    for (let next: readonly Token[] = [token]; next.length > 0; next = contentOf(source, tokens.at(-1) ?? token)) {
      tokens.push(...next);
    }
    at = done = tokens.at(-1)?.end ?? token.end;
  }
  if (done < text.length) tokens.push(plainToken('text', done, text.length));
  return tokens;
}

function markupAt(source: Source, at: number): Token | undefined {
  const template = templateAt(source, at);
  if (template !== undefined || source.text[at] !== '<') return template;
  const tag = tagAt(source, at);
  if (tag !== undefined) return tag;
  const end = commentEnd(source, at);
  if (end === undefined) return undefined;
  return end > source.text.length ? plainToken('rest', at, source.text.length) : plainToken('comment', at, end);
}
