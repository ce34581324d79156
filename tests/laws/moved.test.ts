import { expect, test } from 'vitest';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  reviewPath,
  rows,
  run,
  sourcePath,
  targetPath,
  textOf,
  withFile,
} from './disk.ts';

/** A document is its path, and one whose sentences mostly reappear elsewhere was renamed: its files move with it. */

const text = 'Der Hund schläft im Garten. Die Katze sitzt auf dem Dach.\nIm Januar fiel viel Schnee.';

async function reviewed(): Promise<Disk> {
  const { disk } = await run(createDisk({ 'a.txt': text }), deepl);
  return (await run(acceptAll(disk), deepl)).disk;
}

const renamed = (disk: Disk, name: string, content = text): Disk =>
  withFile(withFile(disk, sourcePath('a.txt'), undefined), sourcePath(name), content);

test('its files move with it, byte for byte', async () => {
  const before = await reviewed();
  const noted = edit(
    before,
    reviewPath('a.txt'),
    '    state: reviewed',
    '    state: reviewed\n    note: bleibt # so\n    owner: mk',
  );
  const { disk, asked } = await run(renamed(noted, 'neu/b.txt'), deepl);
  expect(asked).toEqual([]);
  expect([...disk.files.keys()].toSorted()).toEqual(
    [sourcePath('neu/b.txt'), targetPath('neu/b.txt'), reviewPath('neu/b.txt')].toSorted(),
  );
  expect(textOf(disk, targetPath('neu/b.txt'))).toBe(textOf(before, targetPath('a.txt')));
  expect(textOf(disk, reviewPath('neu/b.txt'))).toBe(
    textOf(noted, reviewPath('a.txt')).replace('source-de/a.txt', 'source-de/neu/b.txt'),
  );
  expect((await run(disk, deepl)).changed).toEqual([]);
});

test('renamed and changed, in both files too', async () => {
  const before = await reviewed();
  const edited = edit(before, targetPath('a.txt'), 'sitzto aufo demo Dacho', 'sits on the roof');
  const { disk, asked } = await run(renamed(edited, 'b.txt', text.replace('viel Schnee', 'wenig Regen')), deepl);
  expect(asked).toEqual(['Im Januar fiel wenig Regen.']);
  expect(rows(disk, 'b.txt')[1]).toBe('Die Katze sitzt auf dem Dach. | Dieo Katzeo sits on the roof. | reviewed');
  expect(entriesOf(disk, 'b.txt')[2]?.previous?.source).toBe('Im Januar fiel viel Schnee.');
});

test('plain text that becomes Markdown', async () => {
  const { disk, asked } = await run(renamed(await reviewed(), 'a.md', text.replace('\n', '\n\n## Titel\n\n- ')), deepl);
  expect(asked).toEqual(['Titel']);
  expect(entriesOf(disk, 'a.md').map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'translated', 'reviewed']);
});

test('a translated file that a person moved too stays where it is', async () => {
  const before = await reviewed();
  const target = textOf(before, targetPath('a.txt'));
  const moved = withFile(
    withFile(renamed(before, 'b.txt'), targetPath('a.txt'), undefined),
    targetPath('b.txt'),
    target,
  );
  const { disk, problems } = await run(moved, deepl);
  expect(problems).toEqual([]);
  expect(rows(disk, 'b.txt')).toEqual(rows(before));
  expect(disk.files.has(reviewPath('a.txt'))).toBe(false);
});

test('with less than half of its sentences it is another document', async () => {
  const { disk } = await run(renamed(await reviewed(), 'b.txt', 'Die Katze sitzt auf dem Dach. Neu. Ganz neu.'), deepl);
  expect(disk.files.has(reviewPath('a.txt'))).toBe(true);
});

test('a source that is still there was copied, not moved', async () => {
  const before = await reviewed();
  const { disk } = await run(withFile(before, sourcePath('b.txt'), text), deepl);
  expect(disk.files.has(reviewPath('a.txt'))).toBe(true);
  expect(rows(disk, 'b.txt')).toEqual(rows(before));
});
