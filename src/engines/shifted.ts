import { findProtected } from './protected.ts';

/**
 * Whether answers stand at the wrong texts: at least two texts whose address, placeholder or long figure is missing in
 * their own answer and turned up in another, whose text has none. (Engines that answer by order alone cannot say so.)
 */
export function areShifted(sources: readonly string[], targets: readonly string[]): boolean {
  const wanted = sources.map(marksOf);
  const found = targets.map(marksOf);
  const strayed = wanted.filter((marks, own) =>
    [...marks].some(
      (mark) => !found[own]?.has(mark) && found.some((other, at) => other.has(mark) && !wanted[at]?.has(mark)),
    ),
  );
  return strayed.length >= 2;
}

/** Figures of three digits and more, without their separators: 12.500 and 12,500 are the same. */
function marksOf(text: string): ReadonlySet<string> {
  const figures = text.match(/\d(?:[.,'\u00A0\u202F]?\d)*/gu) ?? [];
  const digits = figures.map((figure) => figure.replace(/\D/gu, '')).filter((figure) => figure.length >= 3);
  return new Set([...findProtected(text), ...digits]);
}
