import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Finding, Message, Severity } from '../model.ts';
import { type QuoteMark, quoteMarksOf } from './quote-marks.ts';

/** Quotation marks stand in pairs within a paragraph, and not all of the source's are lost. */
export const quoteMismatch: Check = {
  id: 'quote_mismatch',
  scope: 'unit',
  check(pair) {
    const signs = signsOf(pair);
    if (((signs.source | signs.target) & sign.quote) === 0) return [];
    const marks = quoteMarksOf(pair);
    const texts = maskPair(pair);
    const torn = marks.target.filter((mark) => isTorn(mark, texts.target));
    const tornBefore = marks.source.filter((mark) => isTorn(mark, texts.source)).length;
    if (torn.length > tornBefore) return torn.map(unpaired);
    const quoted = marks.source.filter(({ paired }) => paired).length / 2;
    return quoted > 0 && !marks.target.some(({ paired }) => paired) ? [lost(quoted, pair)] : [];
  },
};

/** A single mark alone is an apostrophe, a straight one after a figure an inch. */
function isTorn({ text, kind, start, paired }: QuoteMark, masked: string): boolean {
  if (paired) return false;
  return kind === 'double' && !(text === '"' && /\p{N}/u.test(masked[start - 1] ?? ''));
}

function unpaired({ text, start, end }: QuoteMark): Finding {
  return finding('warning', { id: 'check.quote_mismatch', values: { found: text } }, { start, end });
}

/** Korean may report in its own words what the source quotes. */
function lost(count: number, { target, languages }: CheckedPair): Finding {
  const isReported = primaryLanguage(languages.target) === 'ko' && reported.test(target);
  const message = { id: 'check.quote_mismatch.lost', values: { count } } as const;
  return finding(isReported ? 'info' : 'warning', message, { start: 0, end: target.length });
}

const reported = /(?:다|냐|라|자)(?:고|며|면서|는)(?![가-힣])|라며|다며/u;

function finding(severity: Severity, message: Message, target: Finding['target']): Finding {
  return { check: 'quote_mismatch', severity, message, target };
}
