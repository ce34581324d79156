import { readUrl } from './addresses.ts';
import { attributeListEnd } from './attribute-lists.ts';
import { openDirective } from './brackets.ts';
import { classAfter, isInWord, matchEnd } from './characters.ts';
import { addAlone, type Scan } from './scan.ts';

/** Addresses, directives and emoji. */
export function readColon(scan: Scan, at: number): number {
  const { text } = scan;
  if (text.startsWith('://', at)) return readUrl(scan, at) ?? at + 1;
  if (isInWord(text, at)) return at + 1;
  const emoji = emojiEnd(text, at);
  if (emoji >= 0) return addAlone(scan, at, emoji);
  const name = matchEnd(directive, text, at);
  if (name < 0) return at + 1;
  if (text[name] === '[') return openDirective(scan, at, name + 1);
  const list = attributeListEnd(text, name);
  return list < 0 ? at + 1 : addAlone(scan, at, list);
}

const directive = /:[A-Za-z][\w-]{0,60}(?=[[{])/y;

function emojiEnd(text: string, at: number): number {
  const end = matchEnd(emoji, text, at);
  return end < 0 || classAfter(text, end) === 'other' ? -1 : end;
}

const emoji = /:(?:[0-9_+-]{0,40}[a-z][a-z0-9_+-]{0,60}|[+-]1|100|1234):/y;
