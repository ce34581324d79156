import type { Cursor } from './cursor.ts';
import { code, upTo } from './fence.ts';
import { trimEnd } from './lines.ts';
import { isAttributes } from './lines-of-signs.ts';
import type { Context, Start } from './start.ts';

/** A line of nothing but Hugo's shortcodes, Liquid's tags or attributes for the block above. */
export function shortcodeAt({ text, next, end }: Cursor): Start | undefined {
  const line = text.slice(next, trimEnd(text, next, end));
  if (isAttributes(line)) return { kind: 'line' };
  if (!isAllTags(line)) return undefined;
  const name = foreign.exec(line)?.[1];
  const closing = name && new RegExp(`(?:end|/ ?)${name}`);
  return closing && !closing.test(line) ? code(upTo(closing)) : { kind: 'line' };
}

/** `[TOC]`, `[[toc]]`: a table of contents stands there. */
export function contentsAt({ text, next, end }: Cursor, { lines }: Context): Start | undefined {
  if (lines.length > 0 || end - next > 20) return undefined;
  return /^(?:\[TOC\]|\[\[_?toc_?\]\])\s*$/i.test(text.slice(next, end)) ? { kind: 'line' } : undefined;
}

const tags: readonly (readonly [string, string])[] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{%', '%}'],
];

/** Tags whose content is no Markdown. */
const foreign = /^\{[{%][<%-]* *(highlight|comment|mermaid|math|katex|raw-html|rawhtml)\b/;

function isAllTags(line: string): boolean {
  let at = 0;
  while (at < line.length) {
    const tag = tags.find(([open]) => line.startsWith(open, at));
    const close = tag === undefined ? -1 : line.indexOf(tag[1], at);
    if (tag === undefined || close < 0) return false;
    at = close + tag[1].length;
    while (line[at] === ' ' || line[at] === '\t') at += 1;
  }
  return true;
}
