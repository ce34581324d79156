import type { Language } from '../model.ts';

/** Whether at least 60 % of the letters that are new in the target belong to the script of its language. */
export function isInScript(target: string, source: string, language: Language): boolean {
  const script = scripts[new Intl.Locale(language).maximize().script ?? ''];
  if (!script) return true;
  const kept = new Set(wordsOf(source));
  const letters = Array.from(
    wordsOf(target)
      .filter((word) => !kept.has(word))
      .join(''),
  );
  return letters.filter((letter) => script.test(letter)).length >= 0.6 * letters.length;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

/** By ISO 15924 code. A Korean text may contain Hanja. */
const scripts: Readonly<Record<string, RegExp>> = {
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Jpan: /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}|ー/u,
  Kore: /\p{Script=Hangul}|\p{Script=Han}/u,
  Latn: /\p{Script=Latin}/u,
};
