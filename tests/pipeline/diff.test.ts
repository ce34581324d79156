import { expect, test } from 'vitest';
import { createTermFinder } from '../../src/glossary/find.ts';
import { diffDocument } from '../../src/pipeline/diff.ts';
import { diffSinceTranslation } from '../../src/pipeline/diff-since.ts';
import { acceptAll, createDisk, type Disk, deepl, edit, entriesOf, run, sourcePath, targetPath } from '../laws/disk.ts';

const text = 'Der Hund schläft. Im Januar kamen 10 Katzen. Das Pferd frisst Heu. Die Kuh steht im Stall.';

async function reviewed(): Promise<Disk> {
  const { disk } = await run(createDisk({ 'a.txt': text }), deepl);
  return (await run(acceptAll(disk), deepl)).disk;
}

const finder = createTermFinder({ entries: [] });

/** What a run makes of an edit, each sentence with its kind. */
async function kindsAfter(change: (disk: Disk) => Disk): Promise<readonly string[]> {
  const before = await reviewed();
  const { documents } = await run(change(before), deepl);
  const [document] = documents;
  if (document === undefined) throw new Error('no document');
  const { changes } = diffDocument(document, { entries: entriesOf(before, 'a.txt') }, finder);
  return changes.map(({ kind, similarity, before: was, after: is }) =>
    [kind, (is ?? was)?.source, similarity].filter((part) => part !== undefined).join(' | '),
  );
}

const inSource = (from: string, to: string) => (disk: Disk) => edit(disk, sourcePath('a.txt'), from, to);

test.each<readonly [string, (disk: Disk) => Disk, readonly string[]]>([
  ['nothing', (disk) => disk, []],
  ['new', inSource('Das Pferd', 'Neu ist das. Das Pferd'), ['new | Neu ist das.']],
  ['changed', inSource('Heu', 'Stroh'), ['changed | Das Pferd frisst Stroh. | 80']],
  ['repaired', inSource('10', '12'), ['repaired | Im Januar kamen 12 Katzen. | 83']],
  ['moved', inSource(`${text.slice(0, 18)}`, ''), ['removed | Der Hund schläft.']],
  [
    'cut and pasted',
    (disk) => inSource('im Stall.', 'im Stall. Der Hund schläft.')(inSource('Der Hund schläft. ', '')(disk)),
    ['moved | Der Hund schläft.'],
  ],
  ['edited', (disk) => edit(disk, targetPath('a.txt'), 'schläfto', 'is asleep'), ['edited | Der Hund schläft.']],
])('%s', async (_, change, expected) => {
  expect(await kindsAfter(change)).toEqual(expected);
});

test('since the translation: what people reviewed beside what stands there now, however many runs ago', async () => {
  let disk = inSource('Heu', 'Stroh')(await reviewed());
  disk = (await run(disk, deepl)).disk;
  disk = (await run(inSource('Stroh', 'Gras')(disk), deepl)).disk;
  const { documents } = await run(inSource(' Die Kuh steht im Stall.', '')(disk), deepl);
  const { changes } = diffSinceTranslation(documents[0]!, finder);
  expect(changes.map(({ kind, before, after }) => [kind, before?.source, after?.source])).toEqual([
    ['changed', 'Das Pferd frisst Heu.', 'Das Pferd frisst Gras.'],
    ['removed', 'Die Kuh steht im Stall.', undefined],
  ]);
});
