import type { Piece } from '../model.ts';

/**
 * Puts the soft breaks of `raw` between the words of `target`, in proportion: after as many of its words as they stood
 * after in `raw`. For equal words that is where they stood. None is lost as long as there are blanks enough.
 */
export function spreadBreaks(target: string, raw: string, folds: readonly Piece[]): string {
  if (folds.length === 0) return target;
  const breaks = breaksOf(raw, folds);
  const blanks = [...target.matchAll(blankRun)];
  const scale = (blanks.length + 1) / (breaks.words + 1);
  let out = '';
  let copied = 0;
  let next = 0;
  for (const [index, { after, text: soft }] of breaks.folds.entries()) {
    const last = blanks.length - (folds.length - index);
    const at = Math.max(next, Math.min(last, Math.round(after * scale) - 1));
    const blank = blanks[at];
    if (blank === undefined) break;
    out += target.slice(copied, blank.index) + soft;
    copied = blank.index + blank[0].length;
    next = at + 1;
  }
  return out + target.slice(copied);
}

/** Where a line may break: all of it goes, or it would be read as part of the break. */
const blankRun = /[ \t]+/g;

interface Breaks {
  /** As they are written, with the number of words before each. */
  readonly folds: readonly { readonly after: number; readonly text: string }[];
  /** Blanks between words, breaks included. */
  readonly words: number;
}

function breaksOf(raw: string, folds: readonly Piece[]): Breaks {
  let words = 0;
  let from = 0;
  const counted = folds.map(({ start, end }) => {
    words += countBlanks(raw.slice(from, start)) + 1;
    from = end;
    return { after: words, text: raw.slice(start, end) };
  });
  return { folds: counted, words: words + countBlanks(raw.slice(from)) };
}

function countBlanks(text: string): number {
  return text.match(blankRun)?.length ?? 0;
}
