import { primaryLanguage } from '../../language-tag.ts';
import type { Language, Range } from '../../model.ts';
import { once } from '../../once.ts';
import { anyLanguage } from './any.ts';
import { skipBlanks } from './characters.ts';
import { german } from './de.ts';
import { decide } from './decide.ts';
import { english } from './en.ts';
import { korean } from './ko.ts';
import type { SentenceRules } from './rule.ts';
import { type UserRules, withUserRules } from './user-rules.ts';

export type { UserRules } from './user-rules.ts';

/** A candidate's decision: where the sentence would end, and the first rule of the list that applied. */
export interface Decision {
  readonly at: number;
  readonly rule: string;
  readonly break: boolean;
}

/** Splits texts of one language, by our rules and those of one project. */
export type SentenceSplitter = (text: string) => readonly Range[];

export function sentenceSplitter(language: Language, userRules = noUserRules): SentenceSplitter {
  const rules = rulesFor(language, userRules);
  return (text) => rangesOf(text, rules);
}

/**
 * The sentences of one unit, in order, without the white space around them; line breaks are white space.
 * What lies between two ranges is white space or nothing; a blank text has no sentence. Throws `UserError` where rules of
 * the user take too long.
 */
export function splitSentences(text: string, language: Language, userRules = noUserRules): readonly Range[] {
  return rangesOf(text, rulesFor(language, userRules));
}

/** Every candidate of a unit with its decision, in order. The end of the unit is none. */
export function explainSentences(text: string, language: Language, userRules = noUserRules): readonly Decision[] {
  return Array.from(decide(text, rulesFor(language, userRules)), ({ end, rule }) => ({
    at: end,
    rule: rule.id,
    break: rule.break,
  }));
}

const noUserRules: UserRules = { abbreviations: {} };

function rangesOf(text: string, rules: SentenceRules): readonly Range[] {
  const ranges: Range[] = [];
  let start = skipBlanks(text, 0);
  for (const { end, next, rule } of decide(text, rules)) {
    if (!rule.break) continue;
    ranges.push({ start, end });
    start = next;
  }
  if (start < text.length) ranges.push({ start, end: text.trimEnd().length });
  return ranges;
}

const languages: Readonly<Record<string, SentenceRules>> = { de: german, en: english, ko: korean };

function rulesFor(language: Language, userRules: UserRules): SentenceRules {
  const known = knownRules(userRules);
  const rules = known.get(language) ?? withUserRules(ourRules(language), userRules, language);
  known.set(language, rules);
  return rules;
}

const knownRules = once((_: UserRules) => new Map<Language, SentenceRules>());

function ourRules(language: Language): SentenceRules {
  const primary = primaryLanguage(language);
  return (Object.hasOwn(languages, primary) ? languages[primary] : undefined) ?? anyLanguage;
}
