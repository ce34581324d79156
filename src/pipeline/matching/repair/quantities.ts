import { primaryLanguage } from '../../../language-tag.ts';
import { withArticle } from '../../../languages/english/with-article.ts';
import { type Quantity, rewriteQuantity } from '../../../languages/numbers/index.ts';
import type { Piece } from '../../../model.ts';
import { quantitiesIn, type Reading, type Slot } from './slots.ts';

/** In UTF-16 units. */
const farthest = 60;

/** Where the target says the old value, rewritten as the new one; `undefined` where its style may not bear it. */
export function quantityPieces(
  { old, next }: { readonly old: Slot; readonly next: Quantity },
  target: string,
  reading: Reading,
): readonly Piece[] | undefined {
  const { languages } = reading;
  const value = sayingOf(old);
  const pieces = quantitiesIn(target, languages.target, reading)
    .filter((slot) => sayingOf(slot) === value)
    .map(({ quantity, start, end }): Piece | undefined => {
      const text = rewriteQuantity({ text: target, quantity }, likeIn(quantity, next), languages.target);
      if (text === undefined) return undefined;
      const isEnglish = primaryLanguage(languages.target) === 'en';
      const before = target.slice(Math.max(0, start - farthest), start);
      return isEnglish ? withArticle({ start, end, text }, before) : { start, end, text };
    });
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

/** Without the kind: what German calls a per cent may be a number with a word in English. */
const sayingOf = ({ key }: Slot): string => key.slice(key.indexOf(' ') + 1);

function likeIn(standing: Quantity, next: Quantity): Quantity {
  return 'numeral' in standing && 'numeral' in next ? { ...next, kind: standing.kind } : next;
}
