import type { Code, Piece, Unit } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { codesOf } from './codes.ts';
import { mendAddresses } from './mend-addresses.ts';
import { mendPair } from './mend-pair.ts';
import { edgesOf } from './move-edges.ts';
import { meantPairs } from './runs.ts';
import type { Dialect } from './scan.ts';

/**
 * Emphasis that would not be read as such, because a particle follows or punctuation stands at its edge, written so that it
 * is; likewise addresses that would go on into the next word, and quotation marks in titles. The words stay the same.
 */
export function mend(text: string, unit: Unit, dialect: Dialect): string {
  let mended = mendTitles(text);
  for (let pass = 0; pass < passes; pass += 1) {
    const codes = codesOf(mended, unit, dialect);
    const pieces = apart([...emphasisPieces(mended, codes), ...mendAddresses(mended, codes, dialect)]);
    if (pieces.length === 0) break;
    mended = splice(mended, pieces);
  }
  return mended;
}

/** An edge of one pair may be that of another: those wait for the next pass. */
const passes = 4;

function emphasisPieces(text: string, codes: readonly Code[]): readonly Piece[] {
  const edges = edgesOf(codes);
  return meantPairs(text, codes).flatMap((pair) => mendPair(text, edges, pair));
}

function apart(pieces: readonly Piece[]): readonly Piece[] {
  let end = 0;
  return pieces
    .toSorted((a, b) => a.start - b.start)
    .filter((piece) => {
      if (piece.start < end) return false;
      end = piece.end;
      return true;
    });
}

/** A quotation mark in a title would end it. */
function mendTitles(text: string): string {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: start, index } of text.matchAll(/\]\([^\s()]*[ \t]+"/g)) {
    const title = index + start.length;
    const end = text.indexOf('")', title);
    if (end < 0) break;
    const inner = text.slice(title, end);
    if (title >= from && inner.includes('"')) pieces.push({ start: title, end, text: inner.replace(/\\?"/g, '\\"') });
    from = end;
  }
  return splice(text, pieces);
}
