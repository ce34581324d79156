import { primaryLanguage } from '../../language-tag.ts';
import { maskProtected } from '../../languages/mask.ts';
import type { CheckedPair, GlossaryEntry, Piece } from '../../model.ts';
import { splice } from '../../splice.ts';
import { replaceInEnglish } from './in-english.ts';
import { replaceInKorean } from './in-korean.ts';
import { type Standing, standingForms } from './standing-forms.ts';

/** A machine's target with its terms put right, from left to right. */
export interface Enforced {
  readonly target: string;
  readonly replaced: readonly Replacement[];
}

/** With the article or the particle where that changed too. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** Entries that changed, with the forms that were right before and are not any more. */
export type FormerForms = ReadonlyMap<GlossaryEntry, readonly string[]>;

/**
 * Puts the preferred form for what an engine wrote instead: a German form left standing (also one of the spellings that
 * the entry lists), or a forbidden form. In English and Korean, with a or an, ’s, and the particle behind it. Never for a
 * text that a person wrote, unless somebody asks for what a change of the glossary asks for: then `former` says what is
 * put right, and nothing else is.
 *
 * A sentence whose grammar breaks is worse than a finding. So only approved concepts of the source count, and of their
 * wrong forms only whole words as they are listed: no plural, no part of a compound, nothing inside an accepted form, and
 * nothing for which two concepts want different words. What stands in code, addresses and placeholders stays, and so does
 * what is quoted as the source has it, and German beside its translation: Pyongyang (Pjöngjang). The checks say what stays.
 */
export function enforceTerms(
  pair: Pick<CheckedPair, 'source' | 'target' | 'languages' | 'terms'>,
  former?: FormerForms,
): Enforced {
  const { target, languages, terms } = pair;
  const replace = replacers[primaryLanguage(languages.target)];
  // Another form of Unicode has other offsets.
  if (replace === undefined || terms.length === 0 || target !== target.normalize('NFC'))
    return { target, replaced: [] };
  const text = maskProtected(target);
  const pieces = apart(standingForms(pair, text, former).flatMap((standing) => replace(standing, text, target) ?? []));
  const replaced = pieces.map(({ start, end, text: to }) => ({ from: target.slice(start, end), to }));
  return { target: splice(target, pieces), replaced };
}

const replacers: Readonly<Record<string, (standing: Standing, text: string, target: string) => Piece | undefined>> = {
  en: replaceInEnglish,
  ko: replaceInKorean,
};

/** A particle may stand behind an explanation in brackets with another term in it; that one stays. */
function apart(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ start }, at) => start >= (pieces[at - 1]?.end ?? 0));
}
