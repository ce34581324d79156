import type { Pair } from '../model.ts';
import { lately } from '../once.ts';
import { blank } from './protected/blank.ts';
import { maskCodeSpans } from './protected/code-spans.ts';
import { protectedPatterns } from './protected/patterns.ts';

/**
 * What no linguistic rule may look into: addresses, code, tags, placeholders, file names.
 *
 * Each protected code unit becomes U+FFFC (object replacement character): offsets stay, words to the left and right
 * still end there (it is no letter, digit or blank), no term reaches across it, and no blank is doubled.
 */
export function maskProtected(text: string): string {
  if (!mayBeProtected.test(text)) return text;
  let masked = maskCodeSpans(text);
  for (const { sign, pattern } of patterns) if (sign.test(masked)) masked = masked.replace(pattern, blank);
  return masked;
}

/** Both texts of a pair, masked. Many checks ask for the same. */
export const maskPair = lately(({ source, target }: Pair): Pair => {
  return { source: maskProtected(source), target: maskProtected(target) };
});

const patterns = Object.values(protectedPatterns);

/** A sign of any of them: most texts have none. */
const mayBeProtected = /[`<@{%:]|www|\]\(|\.[a-z]/i;
