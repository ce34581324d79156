import { maskPair } from '../languages/mask.ts';
import { splitSentences } from '../languages/sentences/index.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check } from '../model.ts';

/** A paragraph has about as many sentences as its source. */
export const sentenceCount: Check = {
  id: 'sentence_count',
  scope: 'unit',
  check(pair) {
    const signs = signsOf(pair);
    if (((signs.source | signs.target) & sign.blankBehind) === 0) return [];
    const texts = maskPair(pair);
    const most = pair.limits?.sentence_count?.most ?? usualDifference;
    // So few sentences cannot differ by more.
    if (endsIn(texts.source) <= most && endsIn(texts.target) <= most) return [];
    const expected = splitSentences(texts.source, pair.languages.source).length;
    const found = splitSentences(texts.target, pair.languages.target).length;
    if (!differs(expected, found, most)) return [];
    return [
      {
        check: 'sentence_count',
        severity: 'warning',
        message: { id: 'check.sentence_count', values: { found, expected } },
        target: { start: 0, end: pair.target.length },
      },
    ];
  },
};

/** A sentence more or less is style. */
const usualDifference = 1;
const longParagraph = 4;
const largeRatio = 1.5;

function differs(expected: number, found: number, most: number): boolean {
  const [fewer, more] = expected < found ? [expected, found] : [found, expected];
  return more - fewer > most || (fewer >= longParagraph && more / fewer >= largeRatio);
}

/** How many places may end a sentence; the end of the text is none. */
function endsIn(text: string): number {
  return text.match(mayEnd)?.length ?? 0;
}

const mayEnd = /[.!?…]["'”’“‘»«)\]]*\s|[。！？．｡‼⁇⁈⁉]/g;
