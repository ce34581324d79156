import type { Cursor } from './cursor.ts';
import { admonitionAt, directiveAt } from './directive.ts';
import { codeFenceAt, mathAt, texCommandAt, texMathAt } from './fence.ts';
import { footnoteAt } from './footnote.ts';
import { htmlAt } from './html-block.ts';
import { jsxAt, moduleAt } from './jsx.ts';
import { headingAt, isRuler, isUnderline, itemAt } from './lines-of-signs.ts';
import { contentsAt, shortcodeAt } from './shortcode.ts';
import type { Context, Start } from './start.ts';
import { isDelimiterRow } from './table.ts';

/** What begins at the cursor, which is at a sign that less than four columns of blanks stand before; mostly nothing. */
export function startAt(line: Cursor, context: Context): Start | undefined {
  const recognise = recognisers[line.text.charCodeAt(line.next)];
  return recognise?.(line, context);
}

type Recognise = (line: Cursor, context: Context) => Start | undefined;

const ruler: Recognise = (line) => (isRuler(line) ? { kind: 'line' } : undefined);
const underline: Recognise = (line, context) => (isUnderline(line, context) ? { kind: 'underline' } : undefined);
const delimiterRow: Recognise = (line, context) => (isDelimiterRow(line, context) ? { kind: 'table' } : undefined);
const tagAt: Recognise = (line, context) => (context.dialect === 'mdx' ? jsxAt : htmlAt)(line, context);
const snippetAt: Recognise = ({ text, next }) => (text.startsWith('<<<', next) ? { kind: 'line' } : undefined);
const expressionAt: Recognise = (line, context) => (context.dialect === 'mdx' ? jsxAt(line, context) : undefined);
const importAt: Recognise = (line, context) => (context.dialect === 'mdx' ? moduleAt(line, context) : undefined);

/** In the order in which they are tried. */
const bySign: Readonly<Record<string, readonly Recognise[]>> = {
  '#': [headingAt],
  '>': [() => ({ kind: 'quote' })],
  '*': [ruler, itemAt],
  '+': [itemAt],
  '-': [underline, ruler, itemAt, delimiterRow],
  '=': [underline, admonitionAt],
  _: [ruler],
  '`': [codeFenceAt],
  '~': [codeFenceAt],
  $: [mathAt],
  '\\': [texMathAt, texCommandAt],
  '<': [snippetAt, tagAt],
  '[': [footnoteAt, contentsAt],
  '|': [delimiterRow],
  ':': [delimiterRow, directiveAt],
  '!': [admonitionAt],
  '?': [admonitionAt],
  '{': [shortcodeAt, expressionAt],
  i: [importAt],
  e: [importAt],
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, [itemAt]])),
};

/** By char code: most lines begin with a letter, and are asked for nothing. */
const recognisers: readonly (Recognise | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const list = bySign[String.fromCharCode(code)];
  return list && ((line, context) => firstOf(list, line, context));
});

function firstOf(list: readonly Recognise[], line: Cursor, context: Context): Start | undefined {
  for (const recognise of list) {
    const start = recognise(line, context);
    if (start !== undefined) return start;
  }
  return undefined;
}
