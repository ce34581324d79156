import { primaryLanguage } from '../../language-tag.ts';
import type { Language, Range } from '../../model.ts';
import { anyLanguage } from './any.ts';
import { findCandidate } from './candidate.ts';
import { skipBlanks } from './characters.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { korean } from './ko.ts';
import { ruleFor, type SentenceRules } from './rule.ts';

/** A candidate's decision: where the sentence would end, and the first rule of the list that applied. */
export interface Decision {
  readonly at: number;
  readonly rule: string;
  readonly break: boolean;
}

/**
 * The sentences of one unit, in order, without the white space around them; line breaks are white space.
 * What lies between two ranges is white space or nothing; a blank text has no sentence.
 */
export function splitSentences(text: string, language: Language): readonly Range[] {
  const ranges: Range[] = [];
  let start = skipBlanks(text, 0);
  for (const { candidate, rule } of decide(text, rulesFor(language))) {
    if (!rule.break) continue;
    ranges.push({ start, end: candidate.end });
    start = candidate.next;
  }
  if (start < text.length) ranges.push({ start, end: text.trimEnd().length });
  return ranges;
}

/** Every candidate of a unit with its decision, in order. The end of the unit is none. */
export function explainSentences(text: string, language: Language): readonly Decision[] {
  return Array.from(decide(text, rulesFor(language)), ({ candidate, rule }) => ({
    at: candidate.end,
    rule: rule.id,
    break: rule.break,
  }));
}

const languages: Readonly<Record<string, SentenceRules>> = { de: german, en: english, ko: korean };

function rulesFor(language: Language): SentenceRules {
  const primary = primaryLanguage(language);
  return (Object.hasOwn(languages, primary) ? languages[primary] : undefined) ?? anyLanguage;
}

function* decide(text: string, language: SentenceRules) {
  let start = skipBlanks(text, 0);
  let candidate = findCandidate(text, { from: start, start }, language.lexicon);
  while (candidate !== undefined) {
    const rule = ruleFor(candidate, language);
    yield { candidate, rule };
    if (rule.break) start = candidate.next;
    candidate = findCandidate(text, { from: candidate.end, start }, language.lexicon);
  }
}
