import { expect, test } from 'vitest';
import { splitSentences } from '../../src/languages/sentences/index.ts';
import { beadsOf } from '../../src/pipeline/adoption/unit-beads.ts';

const split = (text: string) => splitSentences(text, 'en');
const [dog, cat, horse] = ['The dog sleeps in the sun.', 'A cat sits on the roof.', 'Horses ate all of the hay.'];

test.each<[string, string[], string[], string[]]>([
  ['an edited one with its own', [dog, cat], ['The dog sleeps in the rain.', cat], ['1:1', '1:1']],
  ['one that was split', [`${dog} ${cat}`, horse], [dog, cat, horse], ['1:2', '1:1']],
  ['two that were merged', [dog, cat, horse], [dog, `${cat} ${horse}`], ['1:1', '2:1']],
  ['one that was deleted', [dog, cat, horse], [dog, horse], ['1:1', '1:0', '1:1']],
  [
    'one that was added beside an edited one',
    [dog, cat],
    ['Seen by Kim.', 'The dog slept in the sun.', cat],
    ['0:1', '1:1', '1:1'],
  ],
  ['one deleted, one added', [dog, cat], ['A cat sat on the roof.', 'Seen by Kim.'], ['1:0', '1:1', '0:1']],
  ['all rewritten', [dog, cat], ['Nothing.', 'Is left.'], ['1:1', '1:1']],
  ['one of them rewritten and one gone', [dog, cat], ['Nothing here is as it was before.'], ['1:1', '1:0']],
  ['nothing there', [dog], [], ['1:0']],
  ['all new', [], [dog, cat], ['0:2']],
])('%s', (_, expected, actual, beads) => {
  expect(beadsOf(expected, actual, split).map((bead) => bead.join(':'))).toEqual(beads);
});

test('many that have nothing in common are paired by their number', () => {
  const many = Array.from({ length: 600 }, (_, at) => `One ${at}.`);
  const beads = beadsOf(many, many.map((text) => `${text}!`).slice(1), split);
  expect(beads).toHaveLength(600);
});
