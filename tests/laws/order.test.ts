import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptAll,
  createDisk,
  type Disk,
  edit,
  type FakeEngine,
  run,
  sourcePath,
  targetPath,
  translated,
  withFile,
} from './disk.ts';

/** Law 6, order does not matter: documents, languages and what the memory knows in any order give the same bytes. */

/** What it answers depends on all that it is told. */
const contextual: FakeEngine = {
  id: 'deepl',
  answer: ({ request: { text, context, previous }, languages }) =>
    `${translated(text, languages)} (${context.before.length}, ${context.after.length}, ${previous?.target.length ?? 0})`,
};

const languages = ['en', 'ko', 'fr'];

async function begun(): Promise<Disk> {
  const sources = {
    'a.txt': 'Ja. Der Hund schläft heute.\nNein.',
    'b.txt': 'Nein. Ja. Ja.\nDer Hund schläft heute.',
    'c/a.txt': 'Die Katze wacht. Ja.',
    'd.txt': 'Die Katze wacht. Nein.',
  };
  let { disk } = await run(createDisk(sources, {}, languages), contextual);
  for (const [name, wording] of [
    ['a.txt', 'One'],
    ['b.txt', 'Two'],
    ['c/a.txt', 'Two'],
  ] as const)
    disk = acceptAll(edit(disk, targetPath(name), 'Jao.', `${wording}.`), name);
  disk = (await run(disk, contextual)).disk;
  // What the next run finds: changed, removed, new and edited sentences.
  const changes: Readonly<Record<string, string>> = {
    'a.txt': 'Der Hund schläft morgen. Gut.\nNein.',
    'b.txt': 'Nein. Gut. Ja.\nDer Hund schläft heute.',
    'c/a.txt': 'Gut. Der Hund schläft morgen.',
    'e.txt': 'Ja. Gut. Die Katze wacht.',
  };
  disk = Object.entries(changes).reduce((disk, [name, text]) => withFile(disk, sourcePath(name), text), disk);
  return edit(disk, targetPath('d.txt'), translated('Nein.'), 'No way.');
}

const byPath = ({ files }: Disk) => [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));

test('of documents and languages', async () => {
  const disk = await begun();
  const expected = await run(disk, contextual);
  expect(expected.asked.length).toBeGreaterThan(0);
  const paths = [...disk.files.keys()];
  const order = fc.tuple(
    fc.shuffledSubarray(paths, { minLength: paths.length }),
    fc.shuffledSubarray(languages, { minLength: 3 }),
  );
  const property = fc.asyncProperty(order, async ([paths, targets]) => {
    const files = new Map(paths.map((path) => [path, disk.files.get(path) ?? '']));
    const shuffled = await run({ ...disk, files, settings: { ...disk.settings, targets } }, contextual);
    expect(byPath(shuffled.disk)).toEqual(byPath(expected.disk));
    expect(shuffled.asked.toSorted()).toEqual(expected.asked.toSorted());
  });
  await fc.assert(property, { seed: 1, numRuns: 30 });
});

test('of runs that take one document each', async () => {
  const simple: FakeEngine = { ...contextual, answer: ({ request, languages }) => translated(request.text, languages) };
  const texts = { 'a.txt': 'Ja. Nein.\nJa.', 'b.txt': 'Nein. Gut.', 'c/a.txt': 'Gut. Ja.' };
  const expected = await run(createDisk(texts, {}, languages), simple);
  const names = Object.keys(texts);
  for (const order of [names, names.toReversed()]) {
    let disk = createDisk(texts, {}, languages);
    for (const name of order) disk = (await run(disk, simple, (path) => path === sourcePath(name))).disk;
    expect(byPath(disk)).toEqual(byPath(expected.disk));
  }
});
