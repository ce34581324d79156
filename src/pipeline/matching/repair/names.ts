import { replaceInEnglish } from '../../../glossary/enforce/in-english.ts';
import { replaceInKorean } from '../../../glossary/enforce/in-korean.ts';
import type { Standing } from '../../../glossary/enforce/standing-forms.ts';
import { koreanOccurrences } from '../../../glossary/target/korean-occurrences.ts';
import { wordOccurrences } from '../../../glossary/target/word-occurrences.ts';
import { targetTerm } from '../../../glossary/target-term.ts';
import { primaryLanguage } from '../../../language-tag.ts';
import type { GlossaryEntry, Piece, Range } from '../../../model.ts';
import { type Reading, withoutProtected } from './slots.ts';

/** Where the target has the old name, replaced by the new one; `undefined` where the sentence might not stay right. */
export function namePieces(
  { old, next }: { readonly old: GlossaryEntry; readonly next: GlossaryEntry },
  target: string,
  reading: Reading,
): readonly Piece[] | undefined {
  const { target: language } = reading.languages;
  const replace = replacers[primaryLanguage(language)];
  const [former, wanted] = [targetTerm(old, language), targetTerm(next, language)];
  const isKnown =
    former !== undefined && wanted !== undefined && wanted.preferred !== '' && next.status !== 'deprecated';
  if (replace === undefined || !isKnown || !areAlike(old, next)) return undefined;
  const text = withoutProtected(target, reading);
  const find = primaryLanguage(language) === 'ko' ? koreanOccurrences(text) : wordOccurrences(text);
  const found = [former.preferred, ...former.admitted].filter((form) => form !== '').flatMap(find);
  const preferred = new Set(find(former.preferred).map(({ start }) => start));
  // What is admitted may be another kind of word: North Korean for Nordkorea.
  if (found.some(({ start }) => !preferred.has(start))) return undefined;
  const pieces = outermost(found).map(({ start, end }) => {
    const form = { text: target.slice(start, end), role: 'word', isForbidden: false } as const;
    return replace({ start, end, form, wanted }, text, target);
  });
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

const replacers: Readonly<Record<string, (standing: Standing, text: string, target: string) => Piece | undefined>> = {
  en: replaceInEnglish,
  ko: replaceInKorean,
};

/** Names stand for names, adjectives for adjectives. A noun has a number and more that a sentence depends on. */
function areAlike(old: GlossaryEntry, next: GlossaryEntry): boolean {
  const isNoun = ({ inflection }: GlossaryEntry) => inflection.startsWith('noun');
  return !isNoun(old) && !isNoun(next) && (old.inflection === 'adjective') === (next.inflection === 'adjective');
}

/** Of forms that stand in one another the longest. */
function outermost(found: readonly Range[]): readonly Range[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return sorted.filter(({ start, end }) => {
    const isFree = start >= reach;
    reach = Math.max(reach, end);
    return isFree;
  });
}
