import type { Candidate } from './candidate.ts';
import { abbreviations, afterTime, starters } from './en-words.ts';
import { breaks, joins, type SentenceRules } from './rule.ts';
import {
  continued,
  enumerator,
  ideographicStop,
  isBracketBeforeCapital,
  isInBrackets,
  isInitial,
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
    joins('abbreviation', ({ abbreviation }) => abbreviation === 'never-final'),
    joins('abbreviation-before-number', (at) => at.abbreviation === 'before-number' && isNumberAhead(at)),
    listMarker,
    breaks('bracket', (at) => at.mark === '.' && isBracketBeforeCapital(at) && !mayGoOn(at)),
    lowerCase,

    remark,
    joins('aside', (at) => at.mark === '!' && isInBrackets(at) && at.opening === undefined),
    breaks('mark', ({ mark }) => mark === '!'),
    joins('hesitation', ({ mark, word, opening }) => mark === '…' && word === '' && opening === undefined),
    breaks('ellipsis', ({ mark }) => mark === '…'),

    joins('time', (at) => at.abbreviation === 'mostly-final' && afterTime.has(at.follower.toLowerCase())),
    breaks('starter', (at) => at.opening === 'starter' && mayGoOn(at)),
    joins('initial', isInitial),
    joins('abbreviation-before-noun', ({ abbreviation }) => abbreviation === 'maybe-final'),
    breaks('full-stop', () => true),
  ],
};

/** The full stop may belong to the word before it. */
function mayGoOn(candidate: Candidate): boolean {
  return isInitial(candidate) || candidate.abbreviation === 'maybe-final';
}

/** `No. 5`, `Ch. IV`; a single letter may be the pronoun or the article. */
function isNumberAhead({ kind, follower }: Candidate): boolean {
  return kind === 'digit' || /^[IVXLC]{2,}$/.test(follower);
}
