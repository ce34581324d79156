import { primaryLanguage } from '../language-tag.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Finding, Fix } from '../model.ts';
import { type QuoteMark, quoteMarksOf } from './quote-marks.ts';

/** English and Korean write “ ” and ‘ ’: German marks are wrong, straight ones where the document uses curly ones. */
export const quoteStyle: Check = {
  id: 'quote_style',
  check(pair) {
    const language = primaryLanguage(pair.languages.target);
    if ((language !== 'en' && language !== 'ko') || (signsOf(pair).target & sign.quote) === 0) return [];
    return quoteMarksOf(pair)
      .target.filter((mark) => isForeign(mark) || isOddlyStraight(mark, pair))
      .map((mark) => toFinding(mark, pair));
  },
};

/** `“` and `‘` are German closers; a lone `‘` is somebody's apostrophe. */
function isForeign({ text, role, paired }: QuoteMark): boolean {
  if (text === '“') return role === 'closer';
  if (text === '‘') return role === 'closer' && paired;
  return '„‚«»‹›'.includes(text);
}

/** Without its other half `'` is an apostrophe (the workers' rights) and `"` after a figure an inch. */
function isOddlyStraight({ text, role, start, paired }: QuoteMark, { target, curlyQuotes }: CheckedPair): boolean {
  if (!curlyQuotes) return false;
  if (text === "'") return paired;
  return text === '"' && (paired || role === 'opener' || !/\p{N}/u.test(target[start - 1] ?? ''));
}

function toFinding(mark: QuoteMark, { target }: CheckedPair): Finding {
  const expected = curly[mark.kind];
  const range = { start: mark.start, end: mark.end };
  const fix = mark.role && { ...withInnerBlank(mark, target), text: expected[mark.role] };
  const values = { found: mark.text, expected: fix?.text ?? `${expected.opener} ${expected.closer}` };
  return {
    check: 'quote_style',
    severity: 'warning',
    message: { id: 'check.quote_style', values },
    target: range,
    ...(fix && { fix }),
  };
}

const curly = { double: { opener: '“', closer: '”' }, single: { opener: '‘', closer: '’' } };

/** French puts a blank inside the guillemets: « oui ». */
function withInnerBlank({ text, start, end, role }: QuoteMark, target: string): Omit<Fix, 'text'> {
  const isBlank = (at: number): boolean => '«»‹›'.includes(text) && /\s/u.test(target[at] ?? '');
  return role === 'opener'
    ? { start, end: isBlank(end) ? end + 1 : end }
    : { start: isBlank(start - 1) ? start - 1 : start, end };
}
