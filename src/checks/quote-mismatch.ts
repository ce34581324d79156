import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import type { Check, CheckedPair, Finding, Message, Severity } from '../model.ts';
import { findQuoteMarks, type QuoteMark } from './quote-marks.ts';

/** Quotation marks stand in pairs within a paragraph, and not all of the source's are lost. */
export const quoteMismatch: Check = {
  id: 'quote_mismatch',
  scope: 'unit',
  check(pair) {
    if (!anyMark.test(pair.source) && !anyMark.test(pair.target)) return [];
    const { source, target } = maskPair(pair);
    const marks = findQuoteMarks(target);
    const torn = marks.filter((mark) => isTorn(mark, target));
    if (torn.length > 0 && torn.length > tornIn(source)) return torn.map(unpaired);
    const quoted = findQuoteMarks(source).filter(({ paired }) => paired).length / 2;
    return quoted > 0 && !marks.some(({ paired }) => paired) ? [lost(quoted, pair)] : [];
  },
};

const anyMark = /[„“”"«»‚‘’'‹›]/;

const tornIn = (text: string): number => findQuoteMarks(text).filter((mark) => isTorn(mark, text)).length;

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
