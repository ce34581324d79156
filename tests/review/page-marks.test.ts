import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from '../../src/reports/words.ts';
import type { TermView } from '../../src/review/api.ts';
import { piecesOf } from '../../src/review/page/document/marks.ts';

const term = (start: number, end: number): TermView => ({ start, end, term: 't', admitted: [] });
const finding = (start: number, end: number) => ({ start, end, severity: 'error' as const, message: 'm' });

/** `[…]` a term, `{…}` a finding, `+…+` added, `-…-` removed. */
function written(text: string, marks: Parameters<typeof piecesOf>[1]): string {
  return piecesOf(text, marks)
    .map((piece) => {
      const termed = piece.term ? `[${piece.text}]` : piece.text;
      const found = piece.finding ? `{${termed}}` : termed;
      return { same: found, added: `+${found}+`, removed: `-${found}-` }[piece.change];
    })
    .join('');
}

describe('marks', () => {
  test.each([
    ['nothing', 'eins zwei', {}, 'eins zwei'],
    ['a term', 'eins zwei', { terms: [term(5, 9)] }, 'eins [zwei]'],
    [
      'a finding about part of a term',
      'eins zwei',
      { terms: [term(5, 9)], findings: [finding(7, 9)] },
      'eins [zw]{[ei]}',
    ],
    ['a finding over both', 'eins zwei', { findings: [finding(0, 9)] }, '{eins zwei}'],
    ['changed words', 'eins drei', { runs: diffWords('eins zwei', 'eins drei', 'de') }, 'eins -zwei-+drei+'],
    [
      'a term over a change',
      'eins drei',
      { runs: diffWords('eins zwei', 'eins drei', 'de'), terms: [term(0, 9)] },
      '[eins ]-zwei-+[drei]+',
    ],
    ['runs of another text', 'eins', { runs: [{ kind: 'same' as const, text: 'zwei' }] }, 'eins'],
    ['ranges outside', 'eins', { terms: [term(9, 20)], findings: [finding(-3, 2)] }, '{ei}ns'],
    ['an empty text', '', { terms: [term(0, 0)] }, ''],
  ])('%s', (_, text, marks, expected) => {
    expect(written(text, marks)).toBe(expected);
  });

  test('pieces that were not removed are the text, whatever is marked', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(range), fc.array(range), (before, text, terms, findings) => {
        const pieces = piecesOf(text, {
          runs: diffWords(before, text, 'de'),
          terms: terms.map(([start, end]) => term(start, end)),
          findings: findings.map(([start, end]) => finding(start, end)),
        });
        const kept = pieces.filter(({ change }) => change !== 'removed');
        expect(kept.map((piece) => piece.text).join('')).toBe(text);
      }),
      { seed: 7 },
    );
  });
});
