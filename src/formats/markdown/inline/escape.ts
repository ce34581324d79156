import type { Unit } from '../../../model.ts';
import { classAfter, classBefore, isAsciiPunctuation, isBlankCode, isInWord, matchEnd } from './characters.ts';
import { reference } from './escapes.ts';
import { keys } from './keys.ts';
import { labelsOf, normaliseLabel } from './labels.ts';
import { mathEnd } from './math.ts';

/** What only MDX reads as syntax is `<`, `{` and `}` everywhere; `\<` would be right, too, but not in attributes. */
export function escapeMdx(text: string, at: number, unit: Unit): string {
  const sign = signAt(text, at);
  if (sign === '<') return '&lt;';
  return sign === '{' || sign === '}' ? `\\${sign}` : escapeMarkdown(text, at, unit);
}

/** As people would write it: a sign that cannot be syntax where it stands stays bare. U+FFFC in the text is some code. */
export function escapeMarkdown(text: string, at: number, unit: Unit): string {
  const sign = signAt(text, at);
  const spell = spellings[sign];
  return spell === undefined ? sign : spell(text, at, unit);
}

function signAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
}

type Spell = (text: string, at: number, unit: Unit) => string;

const spellings: Readonly<Record<string, Spell>> = {
  '\\': (text, at) => (isBeforeWord(text, at) ? '\\' : '\\\\'),
  '`': () => '\\`',
  '*': (text, at) => (isBetweenBlanks(text, at) ? '*' : '\\*'),
  '~': (text, at) => (isBetweenBlanks(text, at) ? '~' : '\\~'),
  _: (text, at) => (isBetweenBlanks(text, at) || isInsideWord(text, at) ? '_' : '\\_'),
  '[': (text, at, unit) => (isPlainBracket(text, at, unit) ? '[' : '\\['),
  ']': (text, at, unit) =>
    closesNothing(text, at, unit) || isPlainBracket(text, openOf(text, at), unit) ? ']' : '\\]',
  '<': (text, at) => (/[A-Za-z/!?\uFFFC]/.test(text[at + 1] ?? '') ? '&lt;' : '<'),
  '&': (text, at) => (matchEnd(reference, text, at) < 0 ? '&' : '&amp;'),
  $: (text, at) => (/[{\uFFFC]/.test(text[at + 1] ?? '') || mathEnd(text, at) >= 0 ? '\\$' : '$'),
  '!': (text, at) => (text[at + 1] === '\uFFFC' ? '\\!' : '!'),
  ':': (text, at) => (isInWord(text, at) || matchEnd(shortcode, text, at) < 0 ? ':' : '\\:'),
  '{': (text, at) => {
    // Site generators do not know backslashes.
    if (/[{%]/.test(text[at + 1] ?? '')) return '&#123;';
    return matchEnd(attributes, text, at) < 0 ? '{' : '\\{';
  },
  // The escape of a list's sign is none in a sentence.
  '+': (text, at) => (matchEnd(keys, text, at) < 0 ? '+' : '&#43;'),
};

const shortcode = /:(?:[a-z0-9_+-]{1,100}:|[A-Za-z][\w-]{0,60}[[{\uFFFC])/y;
const attributes = /\{(?:[ \t]*(?:[:#.\uFFFC]|[\w:-]{1,60}=)|\}|[A-Za-z][\w:.+-]{0,60}\}(?=[`\uFFFC]))/y;

function isBetweenBlanks(text: string, at: number): boolean {
  return isBlankOrEnd(text, at - 1) && isBlankOrEnd(text, at + 1);
}

function isBlankOrEnd(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isBlankCode(text.charCodeAt(at));
}

function isInsideWord(text: string, at: number): boolean {
  return classBefore(text, at) === 'other' && classAfter(text, at + 1) === 'other';
}

/** Before a blank a line may break: a backslash would make that a hard break. */
function isBeforeWord(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  return !isBlankOrEnd(text, at + 1) && next !== '\uFFFC' && !isAsciiPunctuation(next.charCodeAt(0));
}

/** `[sic]`: short, plain, with nothing beside it that could make a link, a note or a task of it. */
function isPlainBracket(text: string, open: number, unit: Unit): boolean {
  if (open < 1 || !/[\s(„“”"'‘’«»]/.test(text[open - 1] ?? '')) return false;
  const end = matchEnd(plainBracket, text, open);
  return end >= 0 && !labelsOf(unit).has(normaliseLabel(text.slice(open + 1, end - 1)));
}

const plainBracket = /\[[^[\]\\`<&!*_~$:{^\n\uFFFC]{2,100}\](?![[({:\uFFFC])/y;

/**
 * Near the end of the text, with no code behind it: then none lies around it; but a title may stand in brackets. `\[…\]`
 * would be a formula to LaTeX's friends, and a bare address before it would go on over the backslash.
 */
function closesNothing(text: string, at: number, { style }: Unit): boolean {
  if (style === 'line' || text.length - at > 200) return false;
  const rest = text.slice(at + 1);
  return endOfWord.test(rest) && !rest.includes('\uFFFC');
}

const endOfWord = /^[\])"'“”.,;!?…]*(?:\s|$)/;

function openOf(text: string, close: number): number {
  const from = Math.max(0, close - 101);
  const open = text.slice(from, close).lastIndexOf('[');
  return open < 0 ? -1 : from + open;
}
