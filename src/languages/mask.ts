import type { Pair } from '../model.ts';
import { lately } from '../once.ts';
import { blank } from './protected/blank.ts';
import { maskCodeSpans } from './protected/code-spans.ts';
import { protectedPatterns } from './protected/patterns.ts';
import { sign, signsIn, signsOf } from './signs.ts';

/**
 * What no linguistic rule may look into: addresses, code, tags, placeholders, file names.
 *
 * Each protected code unit becomes U+FFFC (object replacement character): offsets stay, words to the left and right
 * still end there (it is no letter, digit or blank), no term reaches across it, and no blank is doubled.
 */
export function maskProtected(text: string): string {
  return (signsIn(text) & mayBeProtected) === 0 ? text : masked(text);
}

function masked(text: string): string {
  let rest = maskCodeSpans(text);
  for (const { sign: begins, pattern } of patterns) if (begins.test(rest)) rest = rest.replace(pattern, blank);
  return rest;
}

/** Both texts of a pair, masked. Many checks ask for the same. */
export const maskPair = lately((pair: Pair): Pair => {
  const signs = signsOf(pair);
  return {
    source: (signs.source & mayBeProtected) === 0 ? pair.source : masked(pair.source),
    target: (signs.target & mayBeProtected) === 0 ? pair.target : masked(pair.target),
  };
});

const patterns = Object.values(protectedPatterns);

/** A sign of any of them: most texts have none. */
const mayBeProtected = sign.code | sign.link | sign.web | sign.letterBehind;
