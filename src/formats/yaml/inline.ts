import type { Code, Inline, Range } from '../../model.ts';
import { hasLetterBesides } from '../letters.ts';
import { type FoundCode, pairCodes } from '../pair-codes.ts';

/**
 * Placeholders, ICU arguments and tags in the values of a catalog; nothing escapes their signs, so an answer with more of
 * them than the source is refused. Unlike in `catalogInline`, a choice with all its branches is one code, and so is `&nbsp;`.
 */
export const yamlInline: Inline = {
  codes: codesOf,
  signs: '',
  escape: (text, at) => text.charAt(at),
};

/** Something to translate besides codes. */
export function hasText(text: string): boolean {
  return hasLetterBesides(text, codesOf);
}

function codesOf(text: string): readonly Code[] {
  return /[{%<$&@]/.test(text) ? pairCodes(found(text)) : [];
}

function found(text: string): readonly FoundCode[] {
  const braces = bracesIn(text).filter(({ start, end }) => isArgument.test(text.slice(start, end)));
  const tags: FoundCode[] = [];
  let next = 0;
  for (const match of text.matchAll(code)) {
    for (let whole = braces[next]; whole !== undefined && whole.start <= match.index; whole = braces[next]) {
      tags.push({ ...whole, kind: 'alone' });
      next += 1;
    }
    if (match.index >= (tags.at(-1)?.end ?? 0)) tags.push(toTag(match));
  }
  return tags;
}

/** From each outermost `{` to its `}`. */
function bracesIn(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    const start = brace === '}' ? open.pop() : undefined;
    if (start === undefined) continue;
    while ((ranges.at(-1)?.start ?? -1) > start) ranges.pop();
    ranges.push({ start, end: index + 1 });
  }
  return ranges;
}

/** Of an ICU message, with its branches. */
const isArgument = /^\{\s*\w+\s*,\s*\w+/;

/** Each starts with a sign of its own and runs over what can be no other code. */
const code = new RegExp(
  [
    String.raw`\{\{\{?[^{}\r\n]*\}?\}\}`,
    String.raw`[$#%]?\{[^{}\r\n]*\}`,
    String.raw`\{`,
    String.raw`%\([\w.]+\)[a-zA-Z]`,
    // printf and strftime, neither `70 % der` nor `70%iges`
    String.raw`(?<![\p{N}%])%(?:\d+\$)?[-+0#^]?\d*(?:\.\d+)?[a-zA-Z](?![\p{L}\p{N}])`,
    String.raw`\$t\([^()\r\n]*\)`,
    String.raw`@(?:\.[a-z]+)?:(?:\w+(?:\.\w+)*|\([\w.]+\))`,
    String.raw`&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});`,
    String.raw`</?(?:[a-zA-Z][\w:-]*|\d+)(?:\s[^<>]*)?/?>`,
  ].join('|'),
  'gu',
);

function toTag({ 0: written, index }: RegExpExecArray): FoundCode {
  const range = { start: index, end: index + written.length };
  const element = /^<\/?([\w:-]+)/.exec(written)?.[1]?.toLowerCase();
  if (element === undefined || written.endsWith('/>') || empty.has(element)) return { ...range, kind: 'alone' };
  return { ...range, kind: written.startsWith('</') ? 'close' : 'open', element };
}

/** HTML's elements without an end. */
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
