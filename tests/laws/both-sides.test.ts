import { describe, expect, test } from 'vitest';
import { writeReviewFile } from '../../src/review-file/index.ts';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  review,
  reviewOf,
  reviewPath,
  rows,
  run,
  targetPath,
  textOf,
  translated,
  withFile,
} from './disk.ts';

/** A target is edited in the review file or in the translated file; the fingerprint of what was written says where. */

const source = 'Der Hund schläft. Die Katze wacht. Das Pferd frisst.\nDie Stadt ruht.\nEnde.';
const [target, reviewFile] = [targetPath('a.txt'), reviewPath('a.txt')];

async function begun(text = source): Promise<Disk> {
  return (await run(createDisk({ 'a.txt': text }), deepl)).disk;
}

const inReview = (disk: Disk, at: number, text: string) =>
  review(disk, reviewFile, (_, each) => (each === at ? { target: text } : {}));

const lines = (disk: Disk): readonly string[] => textOf(disk, target).split('\n');

describe('both sides', () => {
  test('the same edit is one edit', async () => {
    const disk = inReview(
      edit(await begun(), target, 'Dieo Katzeo wachto.', 'The cat is awake.'),
      1,
      'The cat  is awake.',
    );
    const after = await run(disk, deepl);
    expect(after.problems).toEqual([]);
    expect(rows(after.disk)[1]).toMatch(/^Die Katze wacht\. \| The cat +is awake\. \| reviewed$/);
  });

  test('different edits of a sentence stop the document, both texts are shown', async () => {
    const other = createDisk({ 'a.txt': source, 'b.txt': 'Ja.' });
    const begun = (await run(other, deepl)).disk;
    const disk = withFile(
      inReview(edit(begun, target, 'Dieo Katzeo wachto.', 'In the file.'), 1, 'In the review.'),
      'source-de/b.txt',
      'Ja. Nein.',
    );
    const after = await run(disk, deepl);
    expect(after.problems).toMatchObject([
      {
        message: {
          id: 'translate.both',
          values: { source: 'Die Katze wacht.', review: 'In the review.', file: 'In the file.' },
        },
        place: { file: reviewFile },
      },
    ]);
    for (const path of [target, reviewFile]) expect(textOf(after.disk, path)).toBe(textOf(disk, path));
    expect(after.changed).toEqual([targetPath('b.txt'), reviewPath('b.txt')]);
    const settled = await run(inReview(disk, 1, 'In the file.'), deepl);
    expect(settled.problems).toEqual([]);
    expect(lines(settled.disk)[0]).toBe('Dero Hundo schläfto. In the file. Daso Pferdo frissto.');
  });

  test.each([
    ['deleted in the file', ' Dieo Katzeo wachto.', '', 1],
    ['deleted with its paragraph', '\nDieo Stadto ruhto.', '', 3],
    ['merged in the file', 'schläfto. Dieo', 'schläfto, and dieo', 0],
  ])('an edit in the review file of a sentence that was %s', async (_, from, to, at) => {
    const disk = inReview(edit(await begun(), target, from, to), at, 'In the review.');
    const after = await run(disk, deepl);
    expect(after.problems).toMatchObject([{ message: { id: 'translate.both', values: { review: 'In the review.' } } }]);
    expect(after.changed).toEqual([]);
  });

  test('edits of different sentences, in any shape, are all kept', async () => {
    for (const [at, edits] of [
      [1, [['Dero Hundo schläfto.', 'The dog sleeps. Soundly.']]],
      [0, [['Dieo Katzeo wachto. Daso Pferdo frissto.', 'The rest.']]],
      [3, [['\nEndeo.', '\nA new paragraph.\nEndeo.']]],
      [4, [['Dieo Stadto ruhto.', 'A paragraph before.\nDieo Stadto ruhto.']]],
    ] as const) {
      let disk = inReview(await begun(), at, 'In the review.');
      for (const [from, to] of edits) disk = edit(disk, target, from, to);
      const after = await run(disk, deepl);
      expect(after.problems).toEqual([]);
      expect(textOf(after.disk, target)).toContain('In the review.');
      for (const [, to] of edits) expect(textOf(after.disk, target)).toContain(to.trim());
    }
  });

  test('edits in the review file of all sentences of a paragraph, of other lengths', async () => {
    const texts = [
      'A very long sentence that takes the place of three at once, and of more.',
      'B.',
      'C, which is rather long as well, longer than it was.',
    ];
    const disk = texts.reduce((disk, text, at) => inReview(disk, at, text), await begun());
    const after = await run(disk, deepl);
    expect(after.problems).toEqual([]);
    expect(lines(after.disk)[0]).toBe(texts.join(' '));
  });

  test('a file that was emptied is a problem, one that was removed is written again', async () => {
    const disk = await begun();
    for (const text of ['', '\n \n']) {
      const emptied = await run(withFile(disk, target, text), deepl);
      expect(emptied.problems).toMatchObject([{ message: { id: 'translate.structure' } }]);
      expect(emptied.changed).toEqual([]);
    }
    const removed = await run(withFile(inReview(disk, 1, 'In the review.'), target, undefined), deepl);
    expect(lines(removed.disk)[0]).toBe('Dero Hundo schläfto. In the review. Daso Pferdo frissto.');
  });
});

describe('an edit in the translated file', () => {
  test.each([
    ['a word', 'Katzeo', 'Kitty', ['Dero Hundo schläfto.', 'Dieo Kitty wachto.', 'Daso Pferdo frissto.']],
    [
      'two sentences for one',
      'Dieo Katzeo wachto.',
      'The cat? She wakes.',
      ['Dero Hundo schläfto.', 'The cat? She wakes.', 'Daso Pferdo frissto.'],
    ],
    [
      'one sentence for two',
      'schläfto. Dieo',
      'schläfto while dieo',
      ['Dero Hundo schläfto while dieo Katzeo wachto.', '^', 'Daso Pferdo frissto.'],
    ],
    [
      'one for all',
      'Dero Hundo schläfto. Dieo Katzeo wachto. Daso Pferdo frissto.',
      'All are well.',
      ['All are well.', '^', '^'],
    ],
    [
      'a sentence before the first',
      'Dero Hundo',
      'Look! Dero Hundo',
      ['Look! Dero Hundo schläfto.', 'Dieo Katzeo wachto.', 'Daso Pferdo frissto.'],
    ],
    [
      'a sentence between two',
      'Dieo Katzeo',
      'Look! Dieo Katzeo',
      ['Dero Hundo schläfto.', 'Look!', 'Dieo Katzeo wachto.', 'Daso Pferdo frissto.'],
    ],
    [
      'a sentence behind the last',
      'frissto.',
      'frissto. Look!',
      ['Dero Hundo schläfto.', 'Dieo Katzeo wachto.', 'Daso Pferdo frissto.', 'Look!'],
    ],
    ['the first deleted', 'Dero Hundo schläfto. ', '', ['', 'Dieo Katzeo wachto.', 'Daso Pferdo frissto.']],
    ['the second deleted', ' Dieo Katzeo wachto.', '', ['Dero Hundo schläfto.', '', 'Daso Pferdo frissto.']],
    ['the last deleted', ' Daso Pferdo frissto.', '', ['Dero Hundo schläfto.', 'Dieo Katzeo wachto.', '']],
    ['the first two deleted', 'Dero Hundo schläfto. Dieo Katzeo wachto. ', '', ['', '', 'Daso Pferdo frissto.']],
    [
      'two swapped',
      'Dieo Katzeo wachto. Daso Pferdo frissto.',
      'Daso Pferdo frissto. Dieo Katzeo wachto.',
      ['Dero Hundo schläfto.', '', 'Daso Pferdo frissto.', 'Dieo Katzeo wachto.'],
    ],
  ])('%s', async (_, from, to, expected) => {
    const disk = edit(await begun(), target, from, to);
    const after = await run(disk, deepl);
    expect(after.problems).toEqual([]);
    expect(after.asked).toEqual([]);
    const entries = entriesOf(after.disk);
    expect(entries.slice(0, -2).map((entry) => (entry.joined ? '^' : entry.target))).toEqual(expected);
    expect(textOf(after.disk, target)).toBe(textOf(disk, target));
  });

  test.each([
    ['at the top', `Top line.\n${'Dero'}`, 'Dero', ['Top line.', 'Dero Hundo', 'Dieo Stadto', 'Endeo.']],
    [
      'in the middle',
      'Middle line.\nDieo Stadto',
      'Dieo Stadto',
      ['Dero Hundo', 'Middle line.', 'Dieo Stadto', 'Endeo.'],
    ],
    ['at the end', 'Endeo.\nLast line.', 'Endeo.', ['Dero Hundo', 'Dieo Stadto', 'Endeo.', 'Last line.']],
    [
      'two, one behind the other',
      'Endeo.\nLast line.\nVery last line. Indeed.',
      'Endeo.',
      ['Dero Hundo', 'Dieo Stadto', 'Endeo.', 'Last line.', 'Very last line. Indeed.'],
    ],
  ])(
    'a paragraph added %s stays where it is, whatever happens to the source around it',
    async (_, to, from, expected) => {
      const disk = edit(await begun(), target, from, to);
      const after = await run(disk, deepl);
      expect(textOf(after.disk, target)).toBe(textOf(disk, target));
      for (const text of [
        source.replace('frisst.', 'frisst. Es ist satt.'),
        source.replace('Der Hund schläft. ', ''),
      ]) {
        const later = await run(withFile(after.disk, 'source-de/a.txt', text), deepl);
        const found = expected.map((start) =>
          lines(later.disk).findIndex((line) =>
            line.startsWith(start.replace('Dero Hundo', lines(later.disk).find((each) => each.includes('Katzeo'))!)),
          ),
        );
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect(lines(later.disk)).toHaveLength(expected.length);
        expect((await run(later.disk, deepl)).changed).toEqual([]);
      }
      const nothing = await run(withFile(after.disk, 'source-de/a.txt', ''), deepl);
      expect(textOf(nothing.disk, target)).toMatch(/line\./);
      expect((await run(nothing.disk, deepl)).changed).toEqual([]);
    },
  );

  test('an added paragraph takes the separator of the document, no ornament', async () => {
    const begun = (await run(createDisk({ 'a.txt': 'Der Hund schläft.\r\n\r\n***\r\n\r\nEnde.\r\n' }), deepl)).disk;
    const after = await run(edit(begun, target, 'schläfto.', 'schläfto.\r\n\r\nAdded here.'), deepl);
    expect(textOf(after.disk, target).match(/\*\*\*/g)).toHaveLength(1);
    expect(textOf(after.disk, target).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });

  test('what a formatter does to white space is kept and is no edit', async () => {
    const disk = edit(
      edit(await begun('Der Hund schläft. Die Katze wacht.'), target, 'Hundo', 'Hundo'),
      target,
      ' Dieo',
      '\tDieo',
    );
    const after = await run(disk, deepl);
    expect(rows(after.disk).map((row) => row.split(' | ')[2])).toEqual(['translated deepl', 'translated deepl']);
  });

  test('sentences whose ends the splitter does not see are told apart all the same', async () => {
    const disk = (
      await run(createDisk({ 'a.txt': 'Er kam. Sie ging. Es blieb.' }), {
        id: 'deepl',
        answer: ({ request }) => request.text.replace('.', '').toLowerCase(),
      })
    ).disk;
    expect(textOf(disk, target)).toBe('er kam sie ging es blieb');
    for (const [from, to, expected] of [
      ['es blieb', 'it stayed', ['er kam', 'sie ging', 'it stayed']],
      ['er kam', 'he came', ['he came', 'sie ging', 'es blieb']],
      ['sie ging', 'she left', ['er kam', 'she left', 'es blieb']],
    ] as const) {
      const inFile = await run(edit(disk, target, from, to), deepl);
      expect(entriesOf(inFile.disk).map(({ target }) => target)).toEqual(expected);
      const at = [...expected].map(String).indexOf(to);
      const inBoth = await run(inReview(disk, at, to), deepl);
      expect(inBoth.problems).toEqual([]);
      expect(entriesOf(inBoth.disk).map(({ target }) => target)).toEqual(expected);
    }
  });
});

describe('source and translated file changed in one go', () => {
  const moved = {
    'two paragraphs': 'Die Stadt ruht.\nDer Hund schläft. Die Katze wacht. Das Pferd frisst.\nEnde.',
    'two sentences': 'Die Katze wacht. Der Hund schläft. Das Pferd frisst.\nDie Stadt ruht.\nEnde.',
    'a sentence into another paragraph': 'Der Hund schläft. Das Pferd frisst.\nDie Stadt ruht. Die Katze wacht.\nEnde.',
    'all of them': 'Ende.\nDie Stadt ruht.\nDer Hund schläft. Die Katze wacht. Das Pferd frisst.',
  } as const;

  test.each(Object.entries(moved))('%s moved in both', async (_, text) => {
    const reviewed = (await run(acceptAll(await begun()), deepl)).disk;
    const disk = withFile(withFile(reviewed, 'source-de/a.txt', text), target, translated(text));
    const after = await run(disk, deepl);
    expect(after.problems).toEqual([]);
    expect(after.asked).toEqual([]);
    expect(textOf(after.disk, target)).toBe(translated(text));
    for (const { source: de = '', target: en, state } of entriesOf(after.disk))
      expect([en, state]).toEqual([translated(de), 'reviewed']);
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });

  test('entries moved in the review file alone stay with their sentences', async () => {
    const disk = await begun();
    const file = reviewOf(disk, reviewFile);
    const [first, second, third, ...rest] = file.entries;
    const entries = [{ ...third!, unit: first!.unit }, second!, { ...first!, unit: undefined }, ...rest];
    const after = await run(withFile(disk, reviewFile, writeReviewFile({ ...file, entries })), deepl);
    expect(after.problems).toEqual([]);
    expect(rows(after.disk)).toEqual(rows(disk));
    expect(textOf(after.disk, target)).toBe(textOf(disk, target));
  });

  test('one sentence: what the person wrote stays, to be looked at', async () => {
    const reviewed = (await run(acceptAll(await begun()), deepl)).disk;
    const both = edit(
      edit(reviewed, 'source-de/a.txt', 'wacht', 'schnurrt'),
      target,
      'Dieo Katzeo wachto.',
      'The cat purrs.',
    );
    const after = await run(both, deepl);
    expect(after.asked).toEqual([]);
    expect(rows(after.disk)[1]).toBe(
      'Die Katze schnurrt. | The cat purrs. | translated < Die Katze wacht. = Dieo Katzeo wachto.',
    );
    expect(textOf(after.disk, target)).toBe(textOf(both, target));
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });

  test('one sentence, its target in the review file', async () => {
    const disk = inReview(edit(await begun(), 'source-de/a.txt', 'wacht', 'schnurrt'), 1, 'The cat purrs.');
    const after = await run(disk, deepl);
    expect(after.asked).toEqual([]);
    expect(rows(after.disk)[1]).toBe('Die Katze schnurrt. | The cat purrs. | translated');
  });
});

test('a no-break blank that a person types in the translated file stays there', async () => {
  const disk = edit(await begun(), target, 'Dieo Stadto ruhto.', 'Dieo Stadto\u00a0ruhto.');
  const after = await run(disk, deepl);
  expect(textOf(after.disk, target)).toBe(textOf(disk, target));
  expect(rows(after.disk)[3]).toBe('Die Stadt ruht. | Dieo Stadto\u00a0ruhto. | translated deepl');
  expect((await run(after.disk, deepl)).changed).toEqual([]);
});

describe('an edit in the review file', () => {
  test('joins two sentences', async () => {
    const disk = review(await begun(), reviewFile, (_, at) => {
      if (at === 0) return { target: 'The dog sleeps while the cat is awake.' };
      return at === 1 ? { target: '', joined: true } : {};
    });
    const after = await run(disk, deepl);
    expect(after.problems).toEqual([]);
    expect(lines(after.disk)[0]).toBe('The dog sleeps while the cat is awake. Daso Pferdo frissto.');
    expect(rows(after.disk).some((row) => row.startsWith('+'))).toBe(false);
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });

  test('without `written:` is none where both files agree', async () => {
    const disk = await begun();
    const without = withFile(disk, reviewFile, textOf(disk, reviewFile).replace(/^ +written:.*\n/gm, ''));
    const after = await run(without, deepl);
    expect(after.problems).toEqual([]);
    expect(rows(after.disk)).toEqual(rows(disk));
  });

  test('parts joined entries', async () => {
    const joined = (await run(edit(await begun(), target, 'schläfto. Dieo', 'schläfto while dieo'), deepl)).disk;
    expect(entriesOf(joined)[1]).toMatchObject({ joined: true });
    const parted = await run(
      review(joined, reviewFile, (entry) => (entry.joined ? { target: 'The cat is awake.' } : {})),
      deepl,
    );
    expect(parted.problems).toEqual([]);
    expect(lines(parted.disk)[0]).toBe(
      'Dero Hundo schläfto while dieo Katzeo wachto. The cat is awake. Daso Pferdo frissto.',
    );
    expect(entriesOf(parted.disk)[1]).toMatchObject({ joined: undefined, state: 'reviewed' });
  });

  test('that puts the state back does not accept the target', async () => {
    const disk = await run(
      review(await begun(), reviewFile, () => ({ state: 'initial' })),
      deepl,
    );
    expect(rows(disk.disk)[0]).toBe('Der Hund schläft. | Dero Hundo schläfto. | translated deepl');
  });

  test('that puts the state back and takes the target away asks again', async () => {
    const disk = await begun();
    const reset = review(disk, reviewFile, (_, at) => (at === 0 ? { state: 'initial', target: '' } : {}));
    const after = await run(reset, { id: 'deepl', answer: () => 'Another one.' });
    expect(after.asked).toEqual(['Der Hund schläft.']);
    expect(lines(after.disk)[0]).toBe('Another one. Dieo Katzeo wachto. Daso Pferdo frissto.');
  });

  test('with a new entry adds a text', async () => {
    const disk = await begun();
    const typed = withFile(
      disk,
      reviewFile,
      textOf(disk, reviewFile).replace(
        '\n  - de: |-\n      Die Katze',
        '\n  - en: A person added: this! # and that\n    state: reviewed\n\n  - de: |-\n      Die Katze',
      ),
    );
    const after = await run(typed, deepl);
    expect(after.problems).toEqual([]);
    expect(lines(after.disk)[0]).toBe(
      'Dero Hundo schläfto. A person added: this! # and that Dieo Katzeo wachto. Daso Pferdo frissto.',
    );
    expect((await run(acceptAll(after.disk), deepl)).changed).toEqual([reviewFile]);
  });
});
