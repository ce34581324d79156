import { commentEnd } from './declaration.ts';
import { rawElements, rawEnd } from './raw-text.ts';
import type { Source } from './source.ts';
import { tagAt } from './tag.ts';
import type { Token } from './token.ts';

/**
 * The end tag of the `svg` or `math` element that `tag` opens, or the start tag of HTML that closes it; `undefined`: none.
 * Inside, `<![CDATA[` is no comment and `<style>` is an element like others, except where HTML may
 * stand again (`foreignObject`). What is nested deeper than anybody nests is not looked at.
 */
export function foreignEnd(source: Source, { name, end }: Token): Token | undefined {
  const open = [name];
  for (let at = source.find('<', end); at < source.text.length; at = source.find('<', at)) {
    const isForeign = !integration.has(open.at(-1) ?? '');
    const token = tagAt(source, at);
    if (token === undefined || token.kind === 'rest') {
      at = (token?.end ?? skipped(source, at, isForeign)) || at + 1;
      continue;
    }
    if (isBreakout(token, isForeign)) {
      while (open.length > 0 && !integration.has(open.at(-1) ?? '')) open.pop();
    } else if (token.kind === 'close') close(open, token.name);
    else if (opens(token, isForeign) && open.push(token.name) > deepest) return undefined;
    if (open.length === 0) return token;
    at = isForeign || token.kind === 'close' || !rawElements.has(token.name) ? token.end : rawContentEnd(source, token);
  }
  return undefined;
}

const deepest = 500;

function opens({ name, selfClosing }: Token, isForeign: boolean): boolean {
  return !selfClosing && (name === 'svg' || name === 'math' || (isForeign && integration.has(name)));
}

function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

function rawContentEnd({ text }: Source, { name, end }: Token): number {
  return rawEnd(text, name, end) ?? text.length;
}

/** A section, comment or declaration. */
function skipped(source: Source, at: number, isForeign: boolean): number | undefined {
  if (!isForeign || !source.text.startsWith('<![CDATA[', at)) return commentEnd(source, at);
  return source.find(']]>', at + 9) + 3;
}

/** Elements inside which HTML is read as HTML. */
const integration: ReadonlySet<string> = new Set(
  'foreignobject desc title mi mo mn ms mtext annotation-xml'.split(' '),
);

function isBreakout({ kind, name, attributes }: Token, isForeign: boolean): boolean {
  if (!isForeign) return false;
  if (kind === 'close') return name === 'p' || name === 'br';
  if (name === 'font') return attributes.some(({ name: own }) => own === 'color' || own === 'face' || own === 'size');
  return breakouts.has(name);
}

/** HTML's start tags that no foreign element can contain (13.2.6.5). */
const breakouts: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta ' +
    'nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);
