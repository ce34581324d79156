import type { Range } from '../../model.ts';

/** A sentence of an index by its number. */
export interface Found {
  readonly sentence: number;
  /** 0–100. */
  readonly similarity: number;
}

/** What is looked for. */
export interface Limits {
  /** 0–100. Below 50 all sentences of such a length are compared. */
  readonly least: number;
  readonly most: number;
  /** Of equals these come first, then the others in their order. */
  readonly near: Range;
}

/** The best that were found, in order. */
export interface Best {
  readonly found: Found[];
  readonly limits: Limits;
}

/** Below this nothing is of any use any more. */
export function leastUseful({ found, limits }: Best): number {
  return found.length < limits.most ? limits.least : found[limits.most - 1]!.similarity;
}

/** Whether it is among the best if it is as similar as that. */
export function isUseful(best: Best, possible: Found): boolean {
  if (best.found.length < best.limits.most) return possible.similarity >= best.limits.least;
  return isBefore(possible, best.found[best.limits.most - 1]!, best.limits.near);
}

export function keep({ found, limits }: Best, one: Found): void {
  let at = found.length;
  while (at > 0 && isBefore(one, found[at - 1]!, limits.near)) at -= 1;
  found.splice(at, 0, one);
  if (found.length > limits.most) found.pop();
}

function isBefore(a: Found, b: Found, near: Range): boolean {
  if (a.similarity !== b.similarity) return a.similarity > b.similarity;
  const [isNear, isOther] = [isIn(a.sentence, near), isIn(b.sentence, near)];
  return isNear === isOther ? a.sentence < b.sentence : isNear;
}

const isIn = (sentence: number, { start, end }: Range): boolean => sentence >= start && sentence < end;
