import { primaryLanguage } from '../../../language-tag.ts';
import { faultyParticles } from '../../../languages/korean/faulty-particles.ts';
import type { Piece, Range } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { type Reading, withoutProtected } from './slots.ts';

/** A rewritten Korean target whose particles behind the new words agree with them: 2024년은, 3으로. */
export function agreeing(target: string, pieces: readonly Piece[], reading: Reading): string {
  if (primaryLanguage(reading.languages.target) !== 'ko') return target;
  const fresh = placesOf(pieces);
  const faults = faultyParticles(withoutProtected(target, reading), new Map());
  const own = faults.filter(({ from, start }) => fresh.some((range) => range.start < start && from < range.end));
  return splice(
    target,
    own.map(({ start, end, right }) => ({ start, end, text: right })),
  );
}

/** Where the pieces stand once they are in the text. */
function placesOf(pieces: readonly Piece[]): readonly Range[] {
  let shift = 0;
  return pieces.map(({ start, end, text }) => {
    const place = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return place;
  });
}
