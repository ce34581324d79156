import type { Candidate } from './candidate.ts';
import { isHangul, skipBlanks } from './characters.ts';
import { english } from './en.ts';
import { countingSyllables, finalSyllables, quotationParticles } from './ko-words.ts';
import { breaks, joins, type SentenceRules } from './rule.ts';
import {
  continued,
  enumerator,
  ideographicStop,
  isInitial,
  leadingStop,
  listMarker,
  lowerCase,
  remark,
} from './shape.ts';

/** Korean: sentences end in a verb, so that a full stop after a figure or a Latin letter belongs to that. */
export const korean: SentenceRules = {
  lexicon: english.lexicon,
  rules: [
    ideographicStop,
    leadingStop,
    enumerator,
    joins('counting-syllable', isCountingSyllable),
    continued,
    joins('quotation', ({ closers, end, follower }) => closers < end && quotationParticles.has(follower)),
    joins('abbreviation', isLatinAbbreviation),
    joins('number', ({ mark, word }) => mark === '.' && /\d$/.test(word)),
    listMarker,
    joins('lower-case', (at) => lowerCase.applies(at) && !endsInHangul(at)),
    remark,
    joins('hesitation', (at) => at.mark === '…' && !endsInVerb(at)),
    breaks('stop', () => true),
  ],
};

/** `가. 목적` at the start of the unit. */
function isCountingSyllable({ text, start, mark, word, first }: Candidate): boolean {
  return mark === '.' && first && countingSyllables.has(word) && start === skipBlanks(text, 0);
}

function isLatinAbbreviation(candidate: Candidate): boolean {
  const { abbreviation } = candidate;
  return isInitial(candidate) || abbreviation === 'never-final' || abbreviation === 'maybe-final';
}

function endsInHangul({ text, stop }: Candidate): boolean {
  return isHangul(text.charCodeAt(stop - 1));
}

function endsInVerb({ word }: Candidate): boolean {
  return finalSyllables.has(word.slice(-1));
}
