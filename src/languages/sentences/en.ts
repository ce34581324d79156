import type { Candidate } from './candidate.ts';
import {
  endsAbbreviation,
  isBracketBeforeCapital,
  isDetached,
  isEllipsis,
  isFullStop,
  isInBrackets,
  isInitial,
  isLoud,
} from './conditions.ts';
import { abbreviations, afterTime, starters } from './en-words.ts';
import { breaks, joins, not, type SentenceRules } from './rule.ts';
import {
  continued,
  enumerator,
  ideographicStop,
  leadingStop,
  listMarker,
  lowerCase,
  narrowBlank,
  remark,
} from './shape.ts';

/** English: a capital after an abbreviation may be a name; a closed-class word is none. */
export const english: SentenceRules = {
  lexicon: { abbreviations, starters },
  rules: [
    ideographicStop,
    leadingStop,
    enumerator,
    continued,
    narrowBlank,
    joins('abbreviation', endsAbbreviation('never-final')),
    joins('abbreviation-before-number', endsAbbreviation('before-number'), isNumberAhead),
    listMarker,
    breaks('bracket', isFullStop, isBracketBeforeCapital, not(mayGoOn)),
    lowerCase,

    remark,
    joins('aside', isLoud, isInBrackets, not(opensSentence)),
    breaks('mark', isLoud),
    joins('hesitation', isEllipsis, isDetached, not(opensSentence)),
    breaks('ellipsis', isEllipsis),

    joins('time', endsAbbreviation('mostly-final'), isTimeAhead),
    breaks('starter', opensSentence, mayGoOn),
    joins('initial', isInitial),
    joins('abbreviation-before-noun', endsAbbreviation('maybe-final')),
    breaks('full-stop'),
  ],
};

function opensSentence({ opening }: Candidate): boolean {
  return opening === 'starter';
}

/** The full stop may belong to the word before it. */
function mayGoOn(candidate: Candidate): boolean {
  return isInitial(candidate) || candidate.abbreviation === 'maybe-final';
}

/** `No. 5`, `Ch. IV`; a single letter may be the pronoun or the article. */
function isNumberAhead({ kind, follower }: Candidate): boolean {
  return kind === 'digit' || /^[IVXLC]{2,}$/.test(follower);
}

function isTimeAhead({ follower }: Candidate): boolean {
  return afterTime.has(follower.toLowerCase());
}
