import type { Piece } from '../model.ts';
import { withSignBefore } from './sign-before.ts';

/** How strings of a catalog are written. */
export interface StringSyntax {
  /** Global: an escape, white space, or what stands between two pieces of one text. */
  readonly tokens: RegExp;
  /** The sign that a token stands for; `''` for what joins two pieces. */
  read(token: string): string;
}

/**
 * What reads otherwise in strings whose line breaks are escapes, as in JSON and PO; where lines fold, see `quotedFolds`.
 *
 * Escapes read as their signs; a line break with all white space around it is a hard one. What joins two pieces reads as
 * the blank beside it, as a break does that an editor has put there; else it belongs to how the sign before is written.
 */
export function stringFolds(raw: string, { tokens, read }: StringSyntax): readonly Piece[] {
  const folds: Piece[] = [];
  let run: Piece[] = [];
  for (const { 0: token, index } of raw.matchAll(tokens)) {
    const piece = { start: index, end: index + token.length, text: read(token) };
    if (run.at(-1)?.end !== index) run = closeRun(run, folds, raw);
    if (piece.text.trim() === '') run.push(piece);
    else {
      run = closeRun(run, folds, raw);
      folds.push(piece);
    }
  }
  closeRun(run, folds, raw);
  return folds;
}

/** White space and joints that stand together. */
function closeRun(run: readonly Piece[], folds: Piece[], raw: string): Piece[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole = { start: first.start, end: last.end };
  const isJoined = run.some(({ text }) => text === '');
  if (run.some(({ text }) => lineBreak.test(text))) folds.push({ ...whole, text: '\n' });
  else if (isJoined && run.some(({ start, end }) => blank.test(raw.slice(start, end))))
    folds.push({ ...whole, text: ' ' });
  else {
    for (const piece of run) {
      if (piece.text === '') folds.push(withSignBefore(piece, raw, folds));
      else if (raw.slice(piece.start, piece.end) !== piece.text) folds.push(piece);
    }
  }
  return [];
}

const lineBreak = /[\r\n]/;

/** Where a line of a target may break. */
const blank = /^[ \t]/;
