/** What rules of several languages ask about a candidate. */
import type { Candidate } from './candidate.ts';
import { characterKind } from './characters.ts';
import type { AbbreviationKind } from './lexicon.ts';
import type { Condition } from './rule.ts';

export function isFullStop({ mark }: Candidate): boolean {
  return mark === '.';
}

export function isEllipsis({ mark }: Candidate): boolean {
  return mark === '…';
}

/** `!`, `?`, `?!`. */
export function isLoud({ mark }: Candidate): boolean {
  return mark === '!';
}

/** A blank or punctuation before the stop. */
export function isDetached({ word }: Candidate): boolean {
  return word === '';
}

export function endsAbbreviation(kind: AbbreviationKind): Condition {
  return ({ abbreviation }) => abbreviation === kind;
}

/** `J. Müller`, `J.-P. Sartre`, `George W. Bush`, `Plan B.` */
export function isInitial({ mark, word }: Candidate): boolean {
  return mark === '.' && isSingleLetter(word, 'upper');
}

/** The word, or its last part, is one letter of that case. */
export function isSingleLetter(word: string, letterCase: 'lower' | 'upper'): boolean {
  const last = word.length - 1;
  return (last === 0 || '.-–/'.includes(word[last - 1] ?? ' ')) && characterKind(word, last) === letterCase;
}

/** `(!)`, `(?)`, `[sic!]`, `[…]`: brackets around a remark or an omission. */
export function isRemark({ text, stop, stopEnd, word }: Candidate): boolean {
  if (text[stopEnd] !== ')' && text[stopEnd] !== ']') return false;
  return word === 'sic' || text[stop - 1] === '(' || text[stop - 1] === '[';
}

/** The stop stands in a bracket that opened inside this sentence: `(59.)`, `(und wie!)`, `(Post, Fax usw.)`. */
export function isInBrackets({ text, start, stop, stopEnd }: Candidate): boolean {
  if (text[stopEnd] !== ')' && text[stopEnd] !== ']') return false;
  const from = Math.max(start + 1, stop - bracketLimit);
  return text.slice(from, stop).includes(text[stopEnd] === ')' ? '(' : '[');
}

/** `(dpa) Die`, `(kleine Pause) Dann`: brackets in lower case before a new sentence. */
export function isBracketBeforeCapital({ text, next }: Candidate): boolean {
  return text[next] === '(' && bracketBeforeCapital.test(text.slice(next, next + 40));
}

const bracketLimit = 300;
const bracketBeforeCapital = /^\([^()]{1,30}\)\s+["'„“»‚]?\p{Lu}/u;
