import type { Range } from '../../model.ts';
import type { Word } from '../words.ts';
import { endsInSibilant } from './sibilant.ts';

/**
 * Where a name ends that may be followed by ’s (G3), ’sche (G4) or, after a sibilant, by a bare apostrophe (G2). The last
 * is read only before another word and where no quotation mark opens in front of the name: ‚Tass‘ and 'Tass' are quoted.
 */
export function apostropheEnd(name: Range, row: readonly Word[], last: number, text: string): number {
  const next = row[last + 1];
  if (next === undefined || name.end !== row[last]!.end) return name.end;
  if (next.joint === "'" && /^(?:s|S|sche[nrms]?)$/u.test(next.key)) return next.end;
  const isBare = next.joint === "' " && /^\p{L}/u.test(next.key) && endsInSibilant(row[last]!.key);
  return isBare && !/^['‚‘’‹›]/u.test(text.slice(name.start - 1, name.start)) ? name.end + 1 : name.end;
}
