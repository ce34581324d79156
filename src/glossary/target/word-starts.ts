import { kindAt, unitKind } from '../unit-kinds.ts';
import { words } from '../words.ts';
import { indexesOf } from './substrings.ts';

/** Finds where the words of a text start that have a key in lower case. */
export type WordStarts = (key: string) => readonly number[];

/**
 * Of a sentence without letters that are spelled in two ways only the words that are looked for are made: in lower case
 * it has their keys as they are. It is searched for each of them, so a long text has its words in a map.
 */
export function wordStarts(text: string): WordStarts {
  return text.length > longestSearched || otherSpelling.test(text) ? mapped(text) : searched(text);
}

const longestSearched = 1_000;

/** All but Latin letters of one spelling, usual punctuation, € and what hides protected text. */
const otherSpelling = /[ÄÖÜßäöü\u00AD\u0100-\u200F\u2028-\u20AB\u20AD-\uFFFB\uFFFD-\uFFFF]/;

function searched(text: string): WordStarts {
  const lower = text.toLowerCase();
  const isPart = (at: number) => at >= 0 && (kindAt(lower, at) & unitKind.part) !== 0;
  return (key) => indexesOf(key, lower).filter((start) => !isPart(start - 1) && !isPart(start + key.length));
}

function mapped(text: string): WordStarts {
  const starts = new Map<string, number[]>();
  for (const { key, start } of words(text)) {
    const lower = key.toLowerCase();
    const known = starts.get(lower);
    if (known === undefined) starts.set(lower, [start]);
    else known.push(start);
  }
  return (key) => starts.get(key) ?? none;
}

const none: readonly number[] = [];
