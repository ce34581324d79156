import type { Format, Piece, Unit } from '../model.ts';

interface Spelling {
  /** Escapes in the raw text. */
  readonly folds: readonly Piece[];
  readonly spell: Format['spell'];
  readonly unit: Unit;
}

/**
 * A target as it is written where `raw` stood. A sign that stands there as often as in the raw text is spelled as there,
 * one after the other; so equal texts come back as they were, whichever of several spellings somebody chose.
 */
export function respell(target: string, raw: string, { folds, spell, unit }: Spelling): string {
  if (folds.length === 0 && spell === undefined) return target;
  const known = spellingsOf(raw, folds);
  const asBefore = new Set(
    [...known].filter(([sign, { length }]) => countOf(target, sign) === length).map(([sign]) => sign),
  );
  const next = new Map<string, number>();
  let out = '';
  for (const sign of target) {
    const at = next.get(sign) ?? 0;
    if (asBefore.has(sign)) next.set(sign, at + 1);
    out += (asBefore.has(sign) ? known.get(sign)?.[at] : undefined) ?? spell?.(sign, unit) ?? sign;
  }
  return out;
}

/** How each sign that is escaped somewhere is written, each time it stands there. */
function spellingsOf(raw: string, folds: readonly Piece[]): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>(folds.map(({ text }) => [text, []]));
  if (spellings.size === 0) return spellings;
  let from = 0;
  for (const { start, end, text } of folds) {
    for (const sign of raw.slice(from, start)) spellings.get(sign)?.push(sign);
    spellings.get(text)?.push(raw.slice(start, end));
    from = end;
  }
  for (const sign of raw.slice(from)) spellings.get(sign)?.push(sign);
  return spellings;
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
