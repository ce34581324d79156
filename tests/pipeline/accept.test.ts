import { describe, expect, test } from 'vitest';
import type { Entry, State } from '../../src/model.ts';
import { acceptEntry, entriesAt } from '../../src/pipeline/accept.ts';
import { createDisk, deepl, edit, reviewPath, run, sourcePath, targetPath, textOf, withFile } from '../laws/disk.ts';

/** A line of a file as it stands on the disk, whatever else is about to change. */
describe('a line means the sentences that stand on it', () => {
  const text = 'Ein Titel\nDer Hund schläft. Die Katze wacht.\n\nDas Pferd frisst.\nEnde.';
  const begun = async () => (await run(createDisk({ 'a.txt': text }), deepl)).disk;

  const changes = {
    'nothing changed': (disk) => disk,
    'a new paragraph above in the source': (disk) =>
      edit(disk, sourcePath('a.txt'), 'Ein Titel', 'Ganz neu.\nEin Titel'),
    'a paragraph removed in the source': (disk) => edit(disk, sourcePath('a.txt'), 'Ein Titel\n', ''),
    'a sentence edited in the file': (disk) => edit(disk, targetPath('a.txt'), 'Katzeo', 'Kitty'),
    'a paragraph emptied before': (disk) => edit(disk, targetPath('a.txt'), 'Eino Titelo', ''),
  } as const satisfies Record<string, (disk: Awaited<ReturnType<typeof begun>>) => Awaited<ReturnType<typeof begun>>>;

  test.each(Object.entries(changes))('%s', async (_, change) => {
    const disk = change(await begun());
    const { documents } = await run(disk);
    const [document] = documents;
    if (document === undefined) throw new Error('no document');
    for (const [path, lines] of [
      [targetPath('a.txt'), textOf(disk, targetPath('a.txt'))],
      [reviewPath('a.txt'), textOf(disk, reviewPath('a.txt'))],
    ] as const) {
      for (const [at, line] of lines.split('\n').entries()) {
        const found = entriesAt(document, { path, line: at + 1 }, disk.settings).map(({ source }) => source);
        if (path === targetPath('a.txt') && line.includes('Pferdo')) expect(found).toEqual(['Das Pferd frisst.']);
        if (path === targetPath('a.txt') && line.includes('Hundo'))
          expect(found).toEqual(['Der Hund schläft.', 'Die Katze wacht.']);
        if (line.includes('Endeo')) expect(found).toEqual(['Ende.']);
        if (line === '') expect(found).toEqual([]);
      }
    }
  });

  test('after a paragraph was emptied', async () => {
    const emptied = (await run(edit(await begun(), targetPath('a.txt'), 'Eino Titelo', ''), deepl)).disk;
    const [document] = (await run(emptied)).documents;
    const line =
      textOf(emptied, targetPath('a.txt'))
        .split('\n')
        .findIndex((each) => each.includes('Pferdo')) + 1;
    expect(entriesAt(document!, { path: targetPath('a.txt'), line }, emptied.settings)).toMatchObject([
      { source: 'Das Pferd frisst.' },
    ]);
  });

  test('no other document, no line behind the last', async () => {
    const disk = withFile(await begun(), sourcePath('b.txt'), 'Ja.');
    const [document] = (await run(disk)).documents;
    for (const target of [
      { path: targetPath('b.txt'), line: 1 },
      { path: targetPath('a.txt'), line: 99 },
      { path: reviewPath('a.txt'), line: 999 },
    ])
      expect(entriesAt(document!, target, disk.settings)).toEqual([]);
  });
});

describe('accepting', () => {
  const machine: Entry = {
    source: 'Ja.',
    target: 'Yes.',
    state: 'translated',
    machine: 'deepl',
    previous: { source: 'Ja!', target: 'Yes!' },
  };
  const person: Entry = { source: 'Ja.', target: 'Yes.', state: 'reviewed', machine: undefined, previous: undefined };

  test.each<[State, State, State]>([
    ['translated', 'reviewed', 'reviewed'],
    ['translated', 'final', 'final'],
    ['reviewed', 'final', 'final'],
    ['final', 'reviewed', 'final'],
    ['final', 'final', 'final'],
  ])('%s as %s is %s', (from, to, expected) => {
    expect(acceptEntry({ ...person, state: from }, to).state).toBe(expected);
  });

  test('does away with the machine and the earlier pair', () => {
    expect(acceptEntry(machine, 'reviewed')).toEqual(person);
  });
});
