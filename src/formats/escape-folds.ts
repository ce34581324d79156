import type { Piece } from '../model.ts';

/** How a quoted text of a catalog is written. */
export interface Quoting {
  /** Global: an escape, white space, or what stands between two pieces of one text. */
  readonly tokens: RegExp;
  /** The sign that a token stands for; `''` for what joins two pieces. */
  read(token: string): string;
}

/**
 * Escapes read as their signs; a line break with all white space around it is a hard one. What joins two pieces reads as
 * the blank beside it, as a break does that an editor has put there; else it belongs to how the sign before is written.
 */
export function foldEscapes(raw: string, { tokens, read }: Quoting): readonly Piece[] {
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
      if (piece.text === '') joinTo(piece, folds, raw);
      else if (raw.slice(piece.start, piece.end) !== piece.text) folds.push(piece);
    }
  }
  return [];
}

function joinTo(joint: Piece, folds: Piece[], raw: string): void {
  const before = folds.at(-1);
  if (before?.end === joint.start) folds[folds.length - 1] = { ...before, end: joint.end };
  else {
    const text = /.$/su.exec(raw.slice(Math.max(0, joint.start - 2), joint.start))?.[0] ?? ' ';
    folds.push({ start: joint.start - (joint.start === 0 ? 0 : text.length), end: joint.end, text });
  }
}

const lineBreak = /[\r\n]/;

/** Where a line of a target may break. */
const blank = /^[ \t]/;
