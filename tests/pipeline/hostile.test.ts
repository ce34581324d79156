import { expect, test } from 'vitest';
import { fingerprint } from '../../src/fingerprint.ts';
import { sentenceSplitter } from '../../src/languages/sentences/index.ts';
import { alignSentences, createMemory, lookUp } from '../../src/memory/index.ts';
import type { Entry } from '../../src/model.ts';
import { alignBySize } from '../../src/pipeline/adoption/align.ts';
import { placeEdits } from '../../src/pipeline/adoption/place-edits.ts';
import { groupEntries } from '../../src/pipeline/matching/groups.ts';
import { pairSegments } from '../../src/pipeline/matching/pair-segments.ts';
import { pairInOrder } from '../../src/pipeline/pair-in-order.ts';
import { readReviewFile } from '../../src/review-file/index.ts';
import { cpuTime } from '../cpu-time.ts';

/** Large inputs, and inputs made to be slow: each takes a moment, not minutes. */

const many = <T>(count: number, item: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => item(at));
const entriesOf = (sources: readonly string[]): readonly Entry[] =>
  sources.map((source) => ({ source, target: source, state: 'translated', written: fingerprint(source) }));

const review = (value: string) => `source: a\nsegments:\n  - de: a\n    en: ${value}\n    state: reviewed\n`;
const languages = { source: 'de', target: 'en' };

const table: readonly (readonly [string, () => unknown])[] = [
  [
    'lists without a common item',
    () =>
      pairInOrder(
        many(50_000, (at) => `a${at}`),
        many(50_000, (at) => `b${at}`),
      ),
  ],
  ['a list turned round', () => pairInOrder(many(50_000, String), many(50_000, String).reverse())],
  [
    'a list of two items',
    () =>
      pairInOrder(
        many(50_000, (at) => String(at % 2)),
        many(50_000, (at) => String(at % 3)),
      ),
  ],
  [
    'a document replaced as a whole',
    () =>
      pairSegments(
        many(20_000, (at) => `Neu ist Satz ${at}.`),
        groupEntries(entriesOf(many(20_000, (at) => `Alt war Nummer ${at}!`))),
      ),
  ],
  [
    'the same sentence everywhere',
    () =>
      pairSegments(
        many(10_000, () => 'Ja.'),
        groupEntries(entriesOf(many(9_000, () => 'Ja.'))),
      ),
  ],
  [
    'the same sentence everywhere, moved',
    () =>
      pairSegments(
        many(6_000, (at) => (at % 2 === 0 ? 'Ja.' : `B${at}`)),
        groupEntries(entriesOf(many(6_000, (at) => (at % 2 === 0 ? `A${at}` : 'Ja.')))),
      ),
  ],
  [
    'sentences of a hundred thousand words',
    () => alignSentences([many(100_000, (at) => `a${at}`).join(' ')], [many(100_000, (at) => `a${at + 1}`).join(' ')]),
  ],
  [
    'a paragraph of many sentences, rewritten',
    () =>
      placeEdits(
        many(3_000, (at) => `Sentence ${at} was here.`),
        many(2_500, (at) => `Now it is number ${at}.`).join(' '),
        sentenceSplitter('en'),
      ),
  ],
  [
    'many sentences for one',
    () =>
      alignBySize(
        [5],
        many(50_000, () => 3),
      ),
  ],
  [
    'one source with many targets',
    () => {
      const pairs = many(20_000, (at) => ({
        source: 'Ja.',
        target: `T${at % 500}`,
        before: '',
        after: `${at}`,
        path: `p${at % 100}`,
      }));
      const memory = createMemory({ tree: pairs });
      for (let at = 0; at < 50; at += 1) lookUp(memory, { source: 'Ja.', before: 'x', after: 'y', path: 'z' });
    },
  ],
  ['blanks in a hand-typed line', () => readReviewFile(review(`a${' '.repeat(200_000)}b`), 'a', languages)],
  ['line breaks in a text', () => readReviewFile(review(`"${'\\n'.repeat(200_000)}x"`), 'a', languages)],
  ['quotation marks in a hand-typed line', () => readReviewFile(review(`${"'".repeat(200_001)}x`), 'a', languages)],
];

test.each(table)(
  '%s',
  (_, work) => {
    expect(cpuTime(work)).toBeLessThan(6_000);
  },
  60_000,
);
