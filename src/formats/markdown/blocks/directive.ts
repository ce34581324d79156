import type { Range } from '../../../model.ts';
import type { Cursor } from './cursor.ts';
import { code } from './fence.ts';
import { breakLength, isBlankSign, runEnd, trimEnd } from './lines.ts';
import { withoutAttributes } from './lines-of-signs.ts';
import type { Start } from './start.ts';

/** `:::note[Title]{attributes}`, `::: note Title`, `:::`, `::leaf[Text]` */
export function directiveAt({ text, next, end }: Cursor): Start | undefined {
  const colons = runEnd(text, next, end);
  const size = colons - next;
  if (size < 2) return undefined;
  const last = trimEnd(text, colons, end);
  if (last === colons) return size > 2 ? { kind: 'line' } : undefined;
  const rest = text.slice(colons, last);
  const name = /^[ \t]*(?:[a-z][\w-]*|\{[^{}]*\})/i.exec(rest)?.[0];
  if (name === undefined || (size === 2 && !leaf.test(rest))) return undefined;
  if (size > 2 && foreign.test(name)) return code({ ends: closes(size), includes: true });
  return { kind: 'line', title: titleIn(text, colons + name.length, last) };
}

/** `!!! note "Title"`, `??? note`, `=== "Tab"` over lines that are indented, as MkDocs writes them; words without a title may be a text. */
export function admonitionAt({ text, next, end }: Cursor): Start | undefined {
  const head = text.slice(next, end);
  const found = admonition.exec(head);
  if (found === null) return undefined;
  const [, type, title] = found;
  if (title === undefined) {
    const isIndented = isBlankSign(text.charCodeAt(end + breakLength(text, end)));
    return isIndented && type !== undefined ? { kind: 'note', end } : undefined;
  }
  const start = next + head.indexOf('"') + 1;
  return { kind: 'note', end, title: { start, end: start + title.length } };
}

/** Its first type may stand right behind the marks. */
const admonition = /^(?:(?:!!!|\?\?\?\+?)( ?[\p{L}\p{N}_-]+(?: +[\p{L}\p{N}_-]+)*)?|===[!+]?)(?: +"(.*)")?[ \t]*$/u;

const leaf = /^[a-z][\w-]*(?:\[[^[\]]*\])?(?:\{[^{}]*\})?$/i;

/** Directives whose lines are no Markdown. */
const foreign = /(?:mermaid|math|code(?:-block|-cell)?|plantuml|raw)\}?$/i;

function closes(size: number): (line: Cursor) => boolean {
  return ({ text, next, end }) => {
    const after = runEnd(text, next, end);
    return text[next] === ':' && after - next >= size && trimEnd(text, after, end) === after;
  };
}

/** What stands in brackets, else behind the name; attributes are no part of it. */
function titleIn(text: string, from: number, end: number): Range | undefined {
  if (text[from] === '[') {
    const close = text.slice(from, end).lastIndexOf(']');
    return close < 0 ? undefined : { start: from + 1, end: from + close };
  }
  if (!isBlankSign(text.charCodeAt(from))) return undefined;
  let start = from;
  while (isBlankSign(text.charCodeAt(start))) start += 1;
  return { start, end: withoutAttributes(text, start, end) };
}
