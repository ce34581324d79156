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

/**
 * Whether one answer stands at two texts that say different things: texts longer than 20 characters that share less than
 * half of their words, or have other figures, addresses or placeholders. (Two wordings of one thing, and short lines such
 * as headings, may well have one translation.)
 *
 * Answers that merely changed places, at sentences without a figure, an address or a placeholder, pass here and above: no
 * rule about letters knows what a sentence means. Only people who review see them. A sign of ours in each text would tell,
 * but an engine without ids would have to translate around it: plain sentences would go as XML, and what stands beside
 * the sign changes (a capital at the beginning, a blank, the word order in Korean). That harms every sentence, against a
 * fault that nobody has seen of such an engine.
 */
export function areRepeated(sources: readonly string[], targets: readonly string[]): boolean {
  const first = new Map<string, string>();
  return targets.some((target, at) => {
    const [answer, source = ''] = [target.trim(), sources[at]];
    if (answer === '' || source.length <= 20) return false;
    const other = first.get(answer) ?? source;
    first.set(answer, other);
    return sharedWords(source, other) < 0.5 || !isSame(marksOf(source), marksOf(other));
  });
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((mark) => b.has(mark));
}

/** Of the words of the text that has fewer, 0–1. */
function sharedWords(a: string, b: string): number {
  const [few, many] = [wordsOf(a), wordsOf(b)].toSorted((one, other) => one.size - other.size);
  const shared = [...few!].filter((word) => many!.has(word));
  return few!.size === 0 ? 1 : shared.length / few!.size;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
}

/** Figures of three digits and more, without their separators: 12.500 and 12,500 are the same. */
function marksOf(text: string): ReadonlySet<string> {
  const figures = text.match(/\d(?:[.,'\u00A0\u202F]?\d)*/gu) ?? [];
  const digits = figures.map((figure) => figure.replace(/\D/gu, '')).filter((figure) => figure.length >= 3);
  return new Set([...findProtected(text), ...digits]);
}
