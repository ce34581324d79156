import type { Piece } from '../../model.ts';
import { lineFolds } from './line-folds.ts';

/**
 * What in a text in `'` reads otherwise: `''` is one, line breaks fold. The `'` around it read as line breaks: they part it
 * from everything else, and are copied. Of an odd run of `'` the first opens the text, or the last closes it.
 */
export function singleFolds(raw: string): readonly Piece[] {
  const quotes = raw.includes("'") ? [...raw.matchAll(/'+/g)].flatMap(quotesIn) : [];
  const breaks = lineFolds(raw, 'flow');
  return breaks.length === 0 ? quotes : [...quotes, ...breaks].sort((a, b) => a.start - b.start);
}

function quotesIn({ 0: run, index, input = '' }: RegExpExecArray): readonly Piece[] {
  const isOdd = run.length % 2 === 1;
  const closes = isOdd && index > 0 && index + run.length === input.length;
  const pairs = index + (isOdd && !closes ? 1 : 0);
  const folds = Array.from({ length: Math.floor(run.length / 2) }, (_, at) => {
    const start = pairs + 2 * at;
    return { start, end: start + 2, text: "'" };
  });
  if (!isOdd) return folds;
  const at = closes ? index + run.length - 1 : index;
  const around = { start: at, end: at + 1, text: '\n' };
  return closes ? [...folds, around] : [around, ...folds];
}
