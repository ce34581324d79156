import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import { lengthWithoutBlanks } from '../languages/signs.ts';
import type { Check, Limit } from '../model.ts';

/** A target is about as long as translations of such sentences are; characters without blanks are counted. */
export const lengthRatio: Check = {
  id: 'length_ratio',
  check(pair) {
    const length = lengthWithoutBlanks(maskPair(pair).source);
    const [least, most] = rangeFor(length, primaryLanguage(pair.languages.target), pair.limits?.length_ratio);
    const ratio = lengthWithoutBlanks(maskPair(pair).target) / length;
    if (!(ratio < least || ratio > most)) return [];
    const values = { found: percent(ratio), least: percent(least), most: percent(most) };
    return [
      {
        check: 'length_ratio',
        severity: 'warning',
        message: { id: ratio < least ? 'check.length_ratio.short' : 'check.length_ratio.long', values },
        target: { start: 0, end: pair.target.length },
      },
    ];
  },
};

/** Of 1,000 human translations the English have 0.56 to 1.41 of the German characters, the Korean 0.22 to 0.96. */
const ranges: Readonly<Record<string, { readonly long: Bounds; readonly short: Bounds }>> = {
  en: { long: [0.5, 1.6], short: [0.35, 2.5] },
  ko: { long: [0.2, 1], short: [0.15, 1.6] },
};
type Bounds = readonly [least: number, most: number];

const any: Bounds = [0, Number.POSITIVE_INFINITY];
const longFrom = 40;
const shortFrom = 12;

/** What a project says holds for long sentences; short ones vary more. */
function rangeFor(length: number, language: string, limit: Limit | undefined): Bounds {
  if (length < shortFrom) return any;
  const usual = Object.hasOwn(ranges, language) ? ranges[language] : undefined;
  if (length < longFrom) return usual?.short ?? any;
  return limit?.ranges?.[language] ?? usual?.long ?? any;
}

const percent = (ratio: number): string => `${Math.round(100 * ratio)} %`;
