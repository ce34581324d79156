import type { Language, Languages } from '../model.ts';

/** What a catalog's plurals need in the target language. */
export interface PluralChange {
  /** Categories that the source language does not have. */
  readonly added: readonly string[];
  /** Categories that the target language does not have. */
  readonly dropped: ReadonlySet<string>;
}

/** CLDR's, in its order. */
export const categories: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** By CLDR's rules; nothing between variants of one language, or where nobody knows the rules. */
export function pluralChange(languages: Languages, type: 'cardinal' | 'ordinal'): PluralChange {
  const [source, target] = [categoriesOf(languages.source, type), categoriesOf(languages.target, type)];
  if (source === undefined || target === undefined || isSameLanguage(languages)) return unchanged;
  return {
    added: categories.filter((name) => target.has(name) && !source.has(name)),
    dropped: new Set(categories.filter((name) => !target.has(name))),
  };
}

/** `de` and `de-AT` write one language. */
export function isSameLanguage({ source, target }: Languages): boolean {
  return source.split('-')[0] === target.split('-')[0];
}

const unchanged: PluralChange = { added: [], dropped: new Set() };

function categoriesOf(language: Language, type: 'cardinal' | 'ordinal'): ReadonlySet<string> | undefined {
  if (Intl.PluralRules.supportedLocalesOf([language]).length === 0) return undefined;
  return new Set(new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories);
}
