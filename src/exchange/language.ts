import type { Language } from '../model.ts';

/** A language as tools write it (`de_DE`, `DE-DE`, `de_DE.UTF-8`) as a tag; `undefined` for none. */
export function languageOf(name: string | undefined): Language | undefined {
  const tag = name
    ?.trim()
    .replace(/[.@].*$/su, '')
    .replaceAll('_', '-');
  if (tag === undefined || tag === '') return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return tag;
  }
}

/** The one in the language that is wanted, or in its broader or narrower form: `de` and `de-DE`. */
export function inLanguage<Item extends { readonly language: Language }>(
  items: readonly Item[],
  wanted: Language,
): Item | undefined {
  const name = wanted.toLowerCase();
  const named = items.map((item) => ({ item, language: item.language.toLowerCase() }));
  const found =
    named.find(({ language }) => language === name) ??
    named.find(({ language }) => language.startsWith(`${name}-`) || name.startsWith(`${language}-`));
  return found?.item;
}
