import { acceptedForms } from '../glossary/accepted-forms.ts';
import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Message, Range } from '../model.ts';

/** A Korean target is written in Hangul; an English one has no letter of another script that its source does not have. */
export const wrongScript: Check = {
  id: 'wrong_script',
  check(pair) {
    const language = primaryLanguage(pair.languages.target);
    if (language === 'ko') return isHardlyKorean(pair) ? finding({ id: 'check.wrong_script.ko' }, whole(pair)) : [];
    if (language !== 'en') return [];
    if ((signsOf(pair).target & mayBeForeign) === 0) return [];
    const found = foreign.exec(maskPair(pair).target);
    if (found === null || pair.source.includes(found[0])) return [];
    const range = { start: found.index, end: found.index + found[0].length };
    return finding({ id: 'check.wrong_script', values: { found: found[0] } }, range);
  },
};

const mayBeForeign = sign.hangul | sign.foreign;
const foreign = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Cyrillic}]+/u;

/** Of human translations the least Korean has a share of 0.41. */
const leastHangul = 0.4;
const fewestLetters = 4;

/** What the glossary writes in Latin letters does not count. */
function isHardlyKorean(pair: CheckedPair): boolean {
  const signs = signsOf(pair).target;
  if ((signs & sign.latin) === 0 && (signs & sign.hangul) !== 0) return false;
  const { target } = maskPair(pair);
  if (!/\p{Script=Latin}/u.test(target) && /\p{Script=Hangul}/u.test(target)) return false;
  const kept = acceptedForms(pair);
  const text = kept.reduce((rest, form) => rest.replaceAll(form, ' '), target);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return letters >= fewestLetters && hangul / letters < leastHangul;
}

const whole = ({ target }: CheckedPair): Range => ({ start: 0, end: target.length });

function finding(message: Message, target: Range) {
  return [{ check: 'wrong_script', severity: 'error', message, target }] as const;
}
