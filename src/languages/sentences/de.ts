import type { Candidate } from './candidate.ts';
import {
  isCounted,
  isDate,
  isItemNumber,
  isMonthAhead,
  isNumberAhead,
  isOrdinal,
  isRomanNumeral,
  isSmallLetter,
  isYearAhead,
} from './de-numbers.ts';
import { abbreviations, addresses, namesWithMark, starters } from './de-words.ts';
import { breaks, joins, type SentenceRules } from './rule.ts';
import {
  continued,
  enumerator,
  ideographicStop,
  isBracketBeforeCapital,
  isInBrackets,
  isInitial,
  isRemark,
  leadingStop,
  listMarker,
  lowerCase,
  narrowBlank,
  remark,
} from './shape.ts';

/** German: nouns have capitals and ordinals full stops, so that the word after the stop decides where it can. */
export const german: SentenceRules = {
  lexicon: { abbreviations, starters, addresses, compounds: /(?:str|nr|bhf|ztg|pl)$/ },
  rules: [
    ideographicStop,
    leadingStop,
    enumerator,
    joins('item-number', isItemNumber),
    continued,
    narrowBlank,
    joins('abbreviation', ({ abbreviation }) => abbreviation === 'never-final'),
    joins('abbreviation-before-number', (at) => at.abbreviation === 'before-number' && isNumberAhead(at)),
    listMarker,
    breaks('bracket', (at) => at.mark === '.' && isBracketBeforeCapital(at) && !mayGoOn(at)),
    lowerCase,

    breaks('omission', (at) => at.mark === '…' && isRemark(at) && opensSentence(at)),
    remark,
    joins('aside', (at) => at.mark === '!' && isInBrackets(at) && !opensSentence(at)),
    joins('name-with-mark', (at) => at.mark === '!' && hasMarkInName(at) && !opensSentence(at)),
    breaks('mark', ({ mark }) => mark === '!'),
    joins('hesitation', (at) => at.mark === '…' && at.word === '' && !opensSentence(at)),
    breaks('ellipsis', ({ mark }) => mark === '…'),

    joins('number-in-brackets', (at) => isOrdinal(at) && isInBrackets(at)),
    joins('month', (at) => isOrdinal(at) && isMonthAhead(at)),
    breaks('starter', (at) => opensSentence(at) && mayGoOn(at)),
    breaks('counted', isCounted),
    joins('ordinal', (at) => isOrdinal(at) && !isYearAhead(at)),
    joins('date', isDate),
    joins('roman-numeral', isRomanNumeral),
    joins('initial', isInitial),
    joins('small-letter', isSmallLetter),
    joins('abbreviation-in-brackets', (at) => isAbbreviation(at) && isInBrackets(at)),
    joins('abbreviation-before-noun', (at) => isAbbreviation(at) && at.abbreviation !== 'mostly-final'),
    breaks('full-stop', () => true),
  ],
};

/** The next word only ever follows a full stop; an address may also be what the abbreviation is about. */
function opensSentence(candidate: Candidate): boolean {
  if (candidate.opening !== 'address') return candidate.opening === 'starter';
  return candidate.abbreviation !== 'before-object' && !isInBrackets(candidate);
}

/** The full stop may belong to the word before it. */
function mayGoOn(candidate: Candidate): boolean {
  return (
    isAbbreviation(candidate) ||
    isOrdinal(candidate) ||
    isDate(candidate) ||
    isRomanNumeral(candidate) ||
    isInitial(candidate) ||
    isSmallLetter(candidate)
  );
}

function isAbbreviation({ abbreviation }: Candidate): boolean {
  return abbreviation !== undefined && abbreviation !== 'word' && abbreviation !== 'before-number';
}

function hasMarkInName({ text, stop, word }: Candidate): boolean {
  return text[stop] === '!' && namesWithMark.has(word.toLowerCase());
}
