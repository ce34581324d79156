import type { Piece, Range } from '../model.ts';
import { splice } from '../splice.ts';

interface Writing {
  readonly raw: string;
  readonly folds: readonly Piece[];
  /** Where codes stand in the raw text, and how each reads. */
  readonly inRaw: readonly Piece[];
  /** Where codes stand in the target. */
  readonly inTarget: readonly Range[];
  /** Writes a code that the raw text does not have. */
  spell(code: string): string;
  /** Writes a text without codes. */
  write(target: string, raw: string, folds: readonly Piece[]): string;
}

/**
 * Codes come back as they are written in the raw text, with the line breaks in them. What stands between them is written
 * as if each were one word: no sign of theirs is spelled anew, no line breaks inside them.
 */
export function writeAroundCodes(target: string, writing: Writing): string {
  const { raw, folds, inRaw, inTarget, write } = writing;
  if (inRaw.length + inTarget.length === 0) return write(target, raw, folds);
  const hole = wordIn(raw, target);
  const holes = (ranges: readonly Range[]) => ranges.map(({ start, end }) => ({ start, end, text: hole }));
  const written = write(
    splice(target, holes(inTarget)),
    splice(raw, holes(inRaw)),
    foldsBetween(folds, inRaw, hole.length),
  );
  const spell = spellerOf(raw, inRaw, writing.spell);
  let next = 0;
  return written.replaceAll(hole, () => {
    const { start, end } = inTarget[next++] ?? { start: 0, end: 0 };
    return spell(target.slice(start, end));
  });
}

/** A word that neither text has, of signs that every format writes as they are. */
function wordIn(raw: string, target: string): string {
  for (let number = 0; ; number += 1) {
    const word = `Xq${number}qX`;
    if (!raw.includes(word) && !target.includes(word)) return word;
  }
}

/** The folds outside of codes, where they stand once each code is a sign. */
function foldsBetween(folds: readonly Piece[], codes: readonly Range[], width: number): readonly Piece[] {
  let [next, shift] = [0, 0];
  return folds.flatMap(({ start, end, text }) => {
    for (let code = codes[next]; code !== undefined && code.end <= start; code = codes[next]) {
      shift += width - (code.end - code.start);
      next += 1;
    }
    const isInside = (codes[next]?.start ?? end) < end;
    return isInside ? [] : [{ start: start + shift, end: end + shift, text }];
  });
}

/** The nth code that reads so is written as the nth such was; one too many as the last. */
function spellerOf(raw: string, codes: readonly Piece[], spellNew: Writing['spell']): (code: string) => string {
  const spellings = new Map<string, string[]>();
  for (const { start, end, text } of codes) {
    const known = spellings.get(text);
    if (known === undefined) spellings.set(text, [raw.slice(start, end)]);
    else known.push(raw.slice(start, end));
  }
  const used = new Map<string, number>();
  return (code) => {
    const known = spellings.get(code);
    const nth = used.get(code) ?? 0;
    used.set(code, nth + 1);
    return known?.[nth] ?? known?.at(-1) ?? spellNew(code);
  };
}
