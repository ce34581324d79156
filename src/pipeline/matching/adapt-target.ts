import type { Pair } from '../../model.ts';

/**
 * A target with the looks of a source that changed no more than its looks: its final punctuation, the kind of its dashes,
 * its capitals, as far as they went with the source's before. Quotation marks are each language's own.
 */
export function adaptTarget({ source: old, target }: Pair, source: string): string {
  const ended = withFinal(target, finalOf(old), finalOf(source));
  const dashed = dashes.reduce((text, dash) => withDash(text, dash, { old, source }), ended);
  return withCapitals(dashed, old, source);
}

/** `.`, `…`, `?!`, or none; quotation marks and brackets stay outside. */
const finalOf = (text: string): string => final.exec(text)?.[1] ?? '';

const final = /([.…?!]{0,6})(?=["“”«»„')\]]{0,6}$)/;

function withFinal(target: string, old: string, next: string): string {
  return old === next || finalOf(target) !== old ? target : target.replace(final, next);
}

const dashes = [' – ', ' — ', ' - '];

interface Versions {
  readonly old: string;
  readonly source: string;
}

/** One kind of dash became another throughout: the target's do likewise, where it has as many of the old kind. */
function withDash(target: string, dash: string, { old, source }: Versions): string {
  const other = dashes.find((one) => one !== dash && countOf(one, source) === countOf(dash, old));
  const isReplaced =
    countOf(dash, old) > 0 && countOf(dash, source) === 0 && countOf(dash, target) === countOf(dash, old);
  return isReplaced && other !== undefined && countOf(other, old) === 0 ? target.replaceAll(dash, other) : target;
}

const countOf = (sign: string, text: string): number => text.split(sign).length - 1;

/** Into capitals as a whole, or at the beginning. Back from there nobody knows which words are names. */
function withCapitals(target: string, old: string, source: string): string {
  if (isShouted(source) && !isShouted(old)) return target.toUpperCase();
  const begins = (text: string) => /^[^\p{L}\p{N}]*(\p{Ll})/u.test(text);
  return begins(old) && !begins(source) && begins(target)
    ? target.replace(/\p{Ll}/u, (letter) => letter.toUpperCase())
    : target;
}

const isShouted = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(text);
