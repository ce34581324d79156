import { describe, expect, test } from 'vitest';
import { sentenceSplitter } from '../../src/languages/sentences/index.ts';
import { alignBySize } from '../../src/pipeline/adoption/align.ts';
import { placeEdits } from '../../src/pipeline/adoption/place-edits.ts';

/** `|` parts entries, `^` is a joined one, `+` a sentence that belongs to none. */
describe('sentences of a paragraph are found again', () => {
  test.each([
    ['as they were', 'He came. | She left.', 'He came. She left.', 'He came. | She left.'],
    [
      'one changed',
      'He came. | She left. | All slept.',
      'He came. She ran. All slept.',
      'He came. | She ran. | All slept.',
    ],
    ['one is two now', 'He came. | She left.', 'He came. Late. She left.', 'He came. | + Late. | She left.'],
    ['one changed and is two now', 'He came. | She left.', 'He ran. Late. She left.', 'He ran. Late. | She left.'],
    [
      'two are one now',
      'He came. | She left. | All slept.',
      'He came, and she left. All slept.',
      'He came, and she left. | ^ | All slept.',
    ],
    ['first gone', 'He came. | She left.', 'She left.', ' | She left.'],
    ['last gone', 'He came. | She left.', 'He came.', 'He came. | '],
    ['all gone but a new one', 'He came. | She left.', 'Nothing.', 'Nothing. | ^'],
    ['new before', 'He came. | She left.', 'Look! He came. She left.', 'Look! He came. | She left.'],
    ['two new before', 'He came.', 'Look! There! He came.', 'Look! There! He came.'],
    ['new behind', 'He came.', 'He came. She left. All slept.', 'He came. | + She left. All slept.'],
    ['an entry of two sentences', 'He came. Late. | She left.', 'He came. Late. She ran.', 'He came. Late. | She ran.'],
    ['of which one changed', 'He came. Late. | She left.', 'He came. Early. She left.', 'He came. Early. | She left.'],
    ['entries that end inside of a sentence', 'he came | she left', 'he came she left', 'he came | she left'],
    [
      'the last of them changed',
      'he came | she left | all slept',
      'he came she left all woke',
      'he came | she left | all woke',
    ],
    ['the first of them changed', 'he came | she left', 'he ran she left', 'he ran | she left'],
    [
      'one that lost its stop',
      'He came. | She left. | All slept.',
      'He ran, no stop She left. All slept.',
      'He ran, no stop | She left. | All slept.',
    ],
    ['no blank between', '그는 왔다. | 그녀는 갔다.', '그는 왔다.  그녀는 떠났다.', '그는 왔다. | 그녀는 떠났다.'],
  ])('%s', (_, expected, actual, placed) => {
    const { texts, added } = placeEdits(expected.split(' | '), actual, sentenceSplitter('en'));
    const shown = texts.flatMap((text, at) => [
      text ?? '^',
      ...added.filter(({ after }) => after === at).map((one) => `+ ${one.text}`),
    ]);
    expect(shown.join(' | ')).toBe(placed);
  });
});

describe('sizes decide where nothing else does', () => {
  test.each([
    [[10, 10], [10, 10], '1:1 1:1'],
    [[10, 20, 10], [30, 10], '2:1 1:1'],
    [[30, 10], [10, 20, 10], '1:2 1:1'],
    [[10, 10, 10], [30], '3:1'],
    [[30], [10, 10, 10], '1:3'],
    [[0, 0], [0], '2:1'],
    [[10, 20, 40], [10, 12, 8, 40], '1:1 1:2 1:1'],
    [[40, 5, 5, 40], [40, 11, 40], '1:1 2:1 1:1'],
  ])('%j and %j', (left, right, beads) => {
    expect(
      alignBySize(left, right)
        .map((bead) => bead.join(':'))
        .join(' '),
    ).toBe(beads);
  });

  test.each([
    [3, 700],
    [700, 3],
    [600, 601],
    [1200, 1],
  ])('%d and %d: each is in one bead', (left, right) => {
    const beads = alignBySize(
      Array.from({ length: left }, (_, at) => (at * 7) % 13),
      Array.from({ length: right }, (_, at) => (at * 5) % 11),
    );
    expect(beads.reduce((sum, [a]) => sum + a, 0)).toBe(left);
    expect(beads.reduce((sum, [, b]) => sum + b, 0)).toBe(right);
    expect(beads.every(([a, b]) => Math.min(a, b) === 1)).toBe(true);
  });
});
