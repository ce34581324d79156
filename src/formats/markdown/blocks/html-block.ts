import type { Cursor } from './cursor.ts';
import { indentOf, isBlank } from './cursor.ts';
import { admonitionAt } from './directive.ts';
import { upTo } from './fence.ts';
import { trimStart } from './lines.ts';
import type { Context, Start, Until } from './start.ts';
import { tagEnd } from './tag.ts';

/** HTML blocks, by the seven rules of CommonMark 4.6. */
export function htmlAt(line: Cursor, { lines }: Context): Start | undefined {
  const { text, next, end } = line;
  const head = text.slice(next, Math.min(end, next + 24));
  for (const [begins, ends] of untilMark) if (begins.test(head)) return html(line, upTo(ends));
  if (blockTag.test(head)) return html(line, untilBlank);
  if (lines.length > 0) return undefined;
  const after = tagEnd(text, next, end);
  return after !== undefined && trimStart(text, after, end) === end ? html(line, untilBlank) : undefined;
}

function html(line: Cursor, until: Until): Start {
  const isDone = until.includes && until.ends(line);
  return { kind: 'verbatim', language: 'html', until: isDone ? undefined : until };
}

const untilMark: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

const untilBlank: Until = { ends: (line) => isBlank(line) || isAdmonition(line), includes: false };

/** MkDocs reads one right below a `<br>` that stands alone, too. */
function isAdmonition(line: Cursor): boolean {
  const { text, next } = line;
  return text.startsWith('!!!', next) && indentOf(line) < 4 && admonitionAt(line) !== undefined;
}

const blockTag = new RegExp(
  `^</?(?:${[
    'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt',
    'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu',
    'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr',
    'track|ul',
  ].join('|')})(?:[ \\t]|/?>|$)`,
  'i',
);
