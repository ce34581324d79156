/** What the shape of the text decides, whatever the words are. */
import { type Candidate, skipOpeners } from './candidate.ts';
import { isIdeographicStop, isNarrowBlank } from './characters.ts';
import { breaks, joins } from './rule.ts';

/** 。！？ need no blank. */
export const ideographicStop = breaks('ideographic-stop', ({ text, closers, kind }) => {
  return isIdeographicStop(text.charCodeAt(closers - 1)) && kind !== 'lower';
});

/** `1. Zweck`, `4.2. Umfang`, `IV. Pflichten`, `a. Daten`, `(1.) Wer`: the number belongs to what it counts. */
export const enumerator = joins(
  'enumerator',
  ({ mark, first, word }) => mark === '.' && first && enumeration.test(word),
);

/** `J. Müller`, `J.-P. Sartre`, `George W. Bush`, `Plan B.` */
export function isInitial({ mark, word }: Candidate): boolean {
  return mark === '.' && /(?:^|[.\-–/])\p{Lu}$/u.test(word);
}

/** `(dpa) Die`, `(kleine Pause) Dann`: brackets in lower case before a new sentence. */
export function isBracketBeforeCapital({ text, next }: Candidate): boolean {
  return text[next] === '(' && bracketBeforeCapital.test(text.slice(next, next + 40));
}

/** `[…] Dann`, `… und`, `! Achtung`: a sentence has words. */
export const leadingStop = joins('leading-stop', ({ text, start, stop }) => skipOpeners(text, start) === stop);

/** `usw., auch`, `Was? !`, `AG. & Co.`: what follows cannot start a sentence. */
export const continued = joins('continued', ({ text, next }) => continuations.includes(text[next]!));

/** A narrow blank binds. */
export const narrowBlank = joins('narrow-blank', ({ text, end, mark }) => {
  return mark === '.' && isNarrowBlank(text.charCodeAt(end));
});

/** `… endet. (2) Der`, `b) die`: an item of a list starts a sentence, in lower case too. */
export const listMarker = breaks('list-marker', ({ text, next }) => marker.test(text.slice(next, next + markerLimit)));

/** `„Halt!“ rief er`, `Was nun? – fragte sie`. Names such as iPhone start sentences. */
export const lowerCase = joins('lower-case', ({ kind, follower }) => kind === 'lower' && !camel.test(follower));

/** `(!)`, `(?)`, `[sic!]`: a remark on a word. */
export const remark = joins('remark', isRemark);

export function isRemark({ text, stop, closers, word }: Candidate): boolean {
  if (text[closers] !== ')' && text[closers] !== ']') return false;
  return word === 'sic' || text[stop - 1] === '(' || text[stop - 1] === '[';
}

/** The stop stands in a bracket that opened inside this sentence: `(59.)`, `(und wie!)`, `(Post, Fax usw.)`. */
export function isInBrackets({ text, start, stop, closers }: Candidate): boolean {
  if (text[closers] !== ')' && text[closers] !== ']') return false;
  const from = Math.max(start + 1, stop - bracketLimit);
  return text.slice(from, stop).lastIndexOf(text[closers] === ')' ? '(' : '[') >= 0;
}

const bracketBeforeCapital = /^\([^()]{1,30}\)\s+["'„“»‚]?\p{Lu}/u;
const enumeration = /^(?:\d{1,3}(?:\.\d{1,3})*|(?!\p{Script=Hangul})\p{L}|([a-z])\1|[IVXLC]{1,7}|[ivx]{1,5})$/u;
const continuations = ',;:.!?…)]}%&/+=';
const marker = /^\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)\s/;
const markerLimit = 8;
const camel = /^\p{Ll}{1,2}\p{Lu}/u;
const bracketLimit = 300;
