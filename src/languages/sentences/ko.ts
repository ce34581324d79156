import { isSyllable } from '../korean/syllable.ts';
import type { Candidate } from './candidate.ts';
import { endsAbbreviation, isEllipsis, isFullStop, isInitial } from './conditions.ts';
import { english } from './en.ts';
import { countingSyllables, finalSyllables, quotationParticles } from './ko-words.ts';
import { breaks, joins, not, type SentenceRules } from './rule.ts';
import { continued, enumerator, ideographicStop, isLowerCaseAhead, leadingStop, listMarker, remark } from './shape.ts';

/** Korean: sentences end in a verb, so that a full stop after a figure or a Latin letter belongs to that. */
export const korean: SentenceRules = {
  lexicon: english.lexicon,
  rules: [
    ideographicStop,
    leadingStop,
    enumerator,
    joins('counting-syllable', isFullStop, isCountingSyllable),
    continued,
    joins('quotation', ({ stopEnd, end, follower }) => stopEnd < end && quotationParticles.has(follower)),
    joins('abbreviation', endsAbbreviation('never-final')),
    joins('abbreviation-before-noun', endsAbbreviation('maybe-final')),
    joins('initial', isInitial),
    joins('number', isFullStop, ({ word }) => /\d$/.test(word)),
    listMarker,
    joins('lower-case', isLowerCaseAhead, not(endsInHangul)),
    remark,
    joins('hesitation', isEllipsis, not(endsInVerb)),
    breaks('stop'),
  ],
};

/** `가. 목적` */
function isCountingSyllable({ word, first }: Candidate): boolean {
  return first && countingSyllables.has(word);
}

function endsInHangul({ text, stop }: Candidate): boolean {
  return isSyllable(text.charCodeAt(stop - 1));
}

/** `모르겠어요…`, `갑니까…`, but not `그러니까…` (because). */
function endsInVerb({ word }: Candidate): boolean {
  if (!finalSyllables.has(word.slice(-1))) return false;
  return !word.endsWith('니까') || endsInB(word.charCodeAt(word.length - 3));
}

/** A syllable with the final consonant ㅂ; 28 finals are counted through for each pair of initial and vowel. */
function endsInB(code: number): boolean {
  return isSyllable(code) && (code - 0xac00) % 28 === 17;
}
