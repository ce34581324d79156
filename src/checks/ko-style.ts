import { primaryLanguage } from '../language-tag.ts';
import { sentenceEndings } from '../languages/korean/registers.ts';
import type { Check } from '../model.ts';

/** A Korean sentence ends in another register than most of its document: 폐쇄됩니다 among 폐쇄된다. */
export const koStyle: Check = {
  id: 'ko_style',
  check({ target, languages, register }) {
    if (register === undefined || primaryLanguage(languages.target) !== 'ko') return [];
    const others = sentenceEndings(target).filter((ending) => ending.register !== register);
    return others.map(({ start, end }) => ({
      check: 'ko_style',
      severity: 'warning',
      message: { id: `check.ko_style.${register}`, values: { found: target.slice(start, end) } },
      target: { start, end },
    }));
  },
};
