import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, Finding, Message, Pair, Range } from '../model.ts';
import { doubledWords } from './doubled-words.ts';
import { quoteMarksOf } from './quote-marks.ts';

/** What a reviewer should know of the source: it is never corrected, but an engine may have stumbled over it. */
export const sourceNote: Check = {
  id: 'source_note',
  scope: 'unit',
  check(pair) {
    const { source } = maskPair(pair);
    const signs = signsOf(pair).source;
    return [
      ...doubled(source),
      ...((signs & maySlip) === 0 ? [] : slips(source)),
      ...((signs & sign.quote) === 0 ? [] : unpairedQuotes(pair)),
    ];
  },
};

const maySlip = sign.letterBehind | sign.blankBefore | sign.odd;

function slips(source: string): readonly Finding[] {
  return kinds.flatMap(({ id, pattern }) =>
    Array.from(source.matchAll(pattern), ({ 0: found, index }) => {
      return note({ id, values: { found } }, { start: index, end: index + found.length });
    }),
  );
}

/** Each begins with what is rare. */
const kinds = [
  { id: 'check.source_note.no_blank', pattern: /[.!?](?<=\p{Ll}{3}.)(?=\p{Lu}\p{Ll}{2})/gu },
  { id: 'check.source_note.before_mark', pattern: / [,.;](?<=\p{L} +.)(?=\s|$)/gu },
  { id: 'check.source_note.lost_character', pattern: /\uFFFD/gu },
] as const;

/** "Die, die" and "sie sie" are grammar. */
function doubled(source: string): readonly Finding[] {
  return doubledWords(source)
    .filter(({ word }) => /^\p{Ll}/u.test(word) && !/^(?:sie|die|der|das)$/.test(word))
    .map(({ word, start, end }) => note({ id: 'check.source_note.repeated', values: { found: word } }, { start, end }));
}

function unpairedQuotes(pair: Pair): readonly Finding[] {
  const open = quoteMarksOf(pair).source.filter(
    ({ kind, paired, text }) => kind === 'double' && !paired && text !== '"',
  );
  return open.map(({ text, start, end }) =>
    note({ id: 'check.source_note.quote', values: { found: text } }, { start, end }),
  );
}

function note(message: Message, source: Range): Finding {
  return { check: 'source_note', severity: 'info', message, source };
}
