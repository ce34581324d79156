import { targetTerm } from '../glossary/target-term.ts';
import { isSyllable } from '../languages/korean/syllable.ts';
import { maskPair } from '../languages/mask.ts';
import type { Check, CheckedPair, Range, Term } from '../model.ts';

/** The source was copied, and there was more to translate than names, figures and code. */
export const sameAsSource: Check = {
  id: 'same_as_source',
  check(pair) {
    if (!isCopy(pair) || !hasWords(pair)) return [];
    return [
      {
        check: 'same_as_source',
        severity: 'error',
        message: { id: 'check.same_as_source' },
        source: { start: 0, end: pair.source.length },
        target: { start: 0, end: pair.target.length },
      },
    ];
  },
};

function isCopy({ source, target }: CheckedPair): boolean {
  if (source === target) return true;
  return !beginOtherwise(source, target) && comparable(source) === comparable(target);
}

/** Nearly all do: then nothing has to be normalised. */
function beginOtherwise(source: string, target: string): boolean {
  const [first, other] = [source.charCodeAt(0), target.charCodeAt(0)];
  return first !== other && isAscii(first) && (isAscii(other) || isSyllable(other));
}

const isAscii = (code: number): boolean => code > 32 && code < 128;

const comparable = (text: string): string => text.normalize('NFC').trim();

/** Two words of two letters or more, one of them lower case: neither initials nor acronyms. */
function hasWords(pair: CheckedPair): boolean {
  const { terms, languages } = pair;
  const kept = terms.filter((term) => standsAsItIs(term, languages.target));
  let count = 0;
  for (const [word] of without(maskPair(pair).source, kept).matchAll(/(?:\p{L}\p{M}*){2,}/gu)) {
    if (/\p{Ll}/u.test(word)) count += 1;
    if (count === 2) return true;
  }
  return false;
}

function without(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  const starts = [0, ...ranges.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, ranges[index]?.start)).join(' ');
}

/** Never translated, or called the same in the target language. */
function standsAsItIs({ entry, surface }: Term, language: string): boolean {
  const target = targetTerm(entry, language);
  return entry.keep || target?.preferred === surface || target?.admitted.includes(surface) === true;
}
