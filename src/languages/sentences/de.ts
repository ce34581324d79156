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
  isRemark,
} from './conditions.ts';
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

/** German: nouns have capitals and ordinals full stops, so that the word after the stop decides where it can. */
export const german: SentenceRules = {
  lexicon: { abbreviations, starters, addresses, compounds: /(?:[sS]tr|[nN]r|bhf|ztg|pl|lfg|\p{L}Bl|\p{L}Anz)$/u },
  rules: [
    ideographicStop,
    leadingStop,
    enumerator,
    joins('item-number', isItemNumber),
    continued,
    narrowBlank,
    joins('abbreviation', endsAbbreviation('never-final')),
    joins('abbreviation-before-number', endsAbbreviation('before-number'), isNumberAhead),
    listMarker,
    breaks('bracket', isFullStop, isBracketBeforeCapital, not(mayGoOn)),
    lowerCase,

    breaks('omission', isEllipsis, isRemark, opensSentence),
    remark,
    joins('aside', isLoud, isInBrackets, not(opensSentence)),
    joins('name-with-mark', isLoud, isNameWithMark, not(opensSentence)),
    breaks('mark', isLoud),
    joins('hesitation', isEllipsis, isDetached, not(opensSentence)),
    breaks('ellipsis', isEllipsis),

    joins('number-in-brackets', isOrdinal, isInBrackets),
    joins('month', isOrdinal, isMonthAhead),
    breaks('starter', opensSentence, mayGoOn),
    breaks('counted', isCounted),
    joins('ordinal', isOrdinal, not(isYearAhead)),
    joins('date', isDate),
    joins('roman-numeral', isRomanNumeral),
    joins('initial', isInitial),
    joins('small-letter', isSmallLetter),
    joins('abbreviation-in-brackets', endsAbbreviation('mostly-final'), isInBrackets),
    joins('abbreviation-before-noun', isAbbreviation, not(endsAbbreviation('mostly-final'))),
    breaks('full-stop'),
  ],
};

/** The next word only ever follows a full stop; an address may also be what the abbreviation is about. */
function opensSentence(candidate: Candidate): boolean {
  if (candidate.opening !== 'address') return candidate.opening === 'starter';
  return candidate.abbreviation !== 'before-object' && !isInBrackets(candidate);
}

/** The full stop may belong to the word before it. */
function mayGoOn(candidate: Candidate): boolean {
  return [isAbbreviation, isOrdinal, isDate, isRomanNumeral, isInitial, isSmallLetter].some((holds) =>
    holds(candidate),
  );
}

function isAbbreviation({ abbreviation }: Candidate): boolean {
  return abbreviation !== undefined && abbreviation !== 'word' && abbreviation !== 'before-number';
}

function isNameWithMark({ text, stop, word }: Candidate): boolean {
  return text[stop] === '!' && namesWithMark.has(word.toLowerCase());
}
