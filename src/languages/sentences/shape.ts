/** Rules that need no words: the shape of the text decides. */
import type { Candidate } from './candidate.ts';
import { isIdeographicStop, isNarrowBlank } from './characters.ts';
import { isDetached, isFullStop, isRemark } from './conditions.ts';
import { breaks, joins } from './rule.ts';

/** 。！？ need no blank. */
export const ideographicStop = breaks('ideographic-stop', ({ text, stopEnd, kind }) => {
  return isIdeographicStop(text.charCodeAt(stopEnd - 1)) && kind !== 'lower';
});

/** `… Dann`, `[…] Danach`, `! Achtung`: a sentence has words. */
export const leadingStop = joins('leading-stop', isDetached, ({ first }) => first);

/** `1. Zweck`, `4.2. Umfang`, `12a. Fristen`, `§1. Ziel`, `IV. Pflichten`, `a. Daten`, `(1.) Wer`: it belongs to what it counts. */
export const enumerator = joins('enumerator', isFullStop, ({ text, start, stop, first, word }) => {
  if (first) return enumeration.test(word);
  return stop - start <= markerLimit && bracketed.test(text.slice(start, stop));
});

/** `usw. , auch`, `Was ? !`, `. . .`: what follows cannot start a sentence; an ellipsis can. */
export const continued = joins('continued', ({ text, next }) => {
  return continuations.includes(text[next]!) && !text.startsWith('..', next);
});

/** A narrow blank binds. */
export const narrowBlank = joins('narrow-blank', isFullStop, ({ text, end }) => isNarrowBlank(text.charCodeAt(end)));

/** `… endet. (2) Der`, `b) die`: an item of a list starts a sentence, in lower case too. */
export const listMarker = breaks('list-marker', ({ text, next }) => marker.test(text.slice(next, next + markerLimit)));

/** `„Halt!“ rief er`, `Was nun? – fragte sie`. */
export const lowerCase = joins('lower-case', isLowerCaseAhead);

export const remark = joins('remark', isRemark);

/** Names such as iPhone start sentences. */
export function isLowerCaseAhead({ kind, follower }: Candidate): boolean {
  return kind === 'lower' && !camel.test(follower);
}

const enumeration =
  /^(?:(?:§{1,2}|[A-Z]\.)?\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z])?|(?!\p{Script=Hangul})\p{L}|([a-z])\1|[IVXLC]{1,7}|[ivx]{1,5})$/u;
const bracketed = /^\(?(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivx]{1,5})\)$/;
const continuations = ',;:.!?)]}%&/+=';
const marker = /^\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)\s/;
const markerLimit = 8;
const camel = /^\p{Ll}{1,2}\p{Lu}/u;
