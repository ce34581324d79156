import type { Range } from '../../model.ts';
import { kindAt, unitKind } from '../unit-kinds.ts';
import { type Word, wordAfter } from '../words.ts';
import { endsInSibilant } from './sibilant.ts';

/**
 * Where a name ends that may be followed by ’s (G3), ’sche (G4) or, after a sibilant, by a bare apostrophe (G2). The last
 * is read only before another word and where no quotation mark opens in front of the name: ‚Tass‘ and 'Tass' are quoted.
 */
export function apostropheEnd(name: Range, last: Word, text: string): number {
  const mayGoOn = name.end === last.end && mayBeApostrophe(text, last.end);
  const next = mayGoOn ? wordAfter(text, last.end) : undefined;
  if (next === undefined) return name.end;
  if (next.joint === "'" && /^(?:s|S|sche[nrms]?)$/u.test(next.key)) return next.end;
  const isBare = next.joint === "' " && /^\p{L}/u.test(next.key) && endsInSibilant(last.key);
  return isBare && !/^['‚‘’‹›]/u.test(text.slice(name.start - 1, name.start)) ? name.end + 1 : name.end;
}

/** Or an invisible sign in front of one; what only looks like it joins words otherwise. */
function mayBeApostrophe(text: string, at: number): boolean {
  return /['’ʼ]/.test(text.charAt(at)) || (kindAt(text, at) & unitKind.unsure) !== 0;
}
