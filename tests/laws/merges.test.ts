import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  review,
  reviewPath,
  run,
  sourcePath,
  targetPath,
  textOf,
  translated,
  withFile,
} from './disk.ts';

/** Law 7, merges merge: two branches that touch different sentences, put together by git itself. */

const paths = [sourcePath('a.txt'), targetPath('a.txt'), reviewPath('a.txt')] as const;
const [source, target, reviewFile] = paths;

/** Paragraphs of two sentences. */
type Text = readonly (readonly [string, string])[];

const paragraphs: Text = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs'].map((word) => [
  `Der Hund ${word} schläft heute im Garten.`,
  `Die Katze ${word} wacht auf dem Dach.`,
]);

/** What a branch does to a sentence; both sentences of a paragraph for some. */
const changes = {
  'change the source': (disk, [first]) => edit(disk, source, first, first.replace('heute', 'morgen')),
  'change the source much': (disk, [first]) => edit(disk, source, first, 'Nichts davon ist geblieben.'),
  'insert a sentence before': (disk, [first]) => edit(disk, source, first, `So war es ${first.length}. ${first}`),
  'insert a sentence behind': (disk, [, second]) =>
    edit(disk, source, second, `${second} So war es auch ${second.length}.`),
  'delete a sentence': (disk, [first]) => edit(disk, source, `${first} `, ''),
  'delete a paragraph': (disk, [first, second]) =>
    edit(disk, source, new RegExp(`${first} ${second}\\n+`).exec(textOf(disk, source))?.[0] ?? '', ''),
  'insert a paragraph before': (disk, [first]) =>
    edit(disk, source, first, `Ein Absatz vor ${first.split(' ')[2]}.${separatorOf(disk)}${first}`),
  'edit the target in the review file': (disk, [first]) =>
    review(disk, reviewFile, (entry) => (entry.source === first ? { target: `Typed for ${first}` } : {})),
  'edit the target in the file': (disk, [, second]) =>
    edit(disk, target, translated(second), `Typed in the file for ${second}`),
  'edit both targets': (disk, [first, second]) =>
    edit(disk, target, `${translated(first)} ${translated(second)}`, `Both typed for ${first}`),
  'add a sentence in the file': (disk, [, second]) =>
    edit(disk, target, translated(second), `${translated(second)} Added for ${second}`),
  'accept a sentence': (disk, [first]) =>
    review(disk, reviewFile, (entry) => (entry.source === first ? { state: 'final' } : {})),
  'write a note': (disk, [, second]) =>
    review(disk, reviewFile, (entry) => (entry.source === second ? { note: `Why?\nBecause.` } : {})),
} as const satisfies Readonly<Record<string, (disk: Disk, paragraph: readonly [string, string]) => Disk>>;

const separatorOf = (disk: Disk) => (textOf(disk, source).includes('\n\n') ? '\n\n' : '\n');

type Change = readonly [kind: keyof typeof changes, paragraph: number];

const folder = mkdtempSync(join(tmpdir(), 'wordferry-merge-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Both sentences of a branch's paragraphs; the other branch has those between. */
function changesFrom(first: number): fc.Arbitrary<readonly Change[]> {
  const kinds = Object.keys(changes) as Change[0][];
  const change = fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(first, first + 2, first + 4));
  return fc.uniqueArray(change, { minLength: 1, maxLength: 2, selector: ([, paragraph]) => paragraph });
}

test.each([
  ['machine targets', '\n\n', (disk: Disk) => disk],
  ['reviewed targets', '\n\n', (disk: Disk) => acceptAll(disk)],
  ['reviewed targets, a line a paragraph', '\n', (disk: Disk) => acceptAll(disk)],
])('different sentences merge, and the next run changes nothing: %s', async (_, separator, prepare) => {
  const text = [...paragraphs.map((each) => each.join(' ')), 'Ende.'].join(separator);
  const first = await run(createDisk({ 'a.txt': text }), deepl);
  const base = (await run(prepare(first.disk), deepl)).disk;
  const property = fc.asyncProperty(changesFrom(0), changesFrom(1), async (ours, theirs) => {
    const [left, right] = [await branch(base, ours), await branch(base, theirs)];
    const [merged, translation, reviews] = paths.map((path) => merge(base, left, right, path));
    fc.pre(merged !== undefined);
    expect(reviews, 'the review file does not merge').toBeDefined();
    // Git takes neighbouring lines for one: then the translated file is written anew.
    const isNear = separator === '\n' || [...ours, ...theirs].some(([kind]) => kind === 'delete a paragraph');
    if (!isNear) expect(translation, 'the translated file does not merge').toBeDefined();
    const sources = withFile({ ...base, left: [...left.left, ...right.left] }, source, merged);
    const after = await run(withFile(withFile(sources, target, translation), reviewFile, reviews), deepl);
    expect(after.problems).toEqual([]);
    expect(after.asked).toEqual([]);
    expect(after.changed).toEqual(translation === undefined ? [target] : []);
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });
  await fc.assert(property, { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 40) });
});

test('sentences of one paragraph merge in the review file; the translated file is written anew from it', async () => {
  const base = (await run(createDisk({ 'a.txt': paragraphs.map((each) => each.join(' ')).join('\n') }), deepl)).disk;
  const [left, right] = [
    await branch(base, [['edit the target in the review file', 1]]),
    await branch(base, [['edit the target in the file', 1]]),
  ];
  expect(merge(base, left, right, target)).toBeUndefined();
  const text = merge(base, left, right, reviewFile);
  const merged = withFile(withFile(base, target, undefined), reviewFile, text);
  const after = await run(merged, deepl);
  expect(after.problems).toEqual([]);
  expect(after.changed).toEqual([target]);
  const [first, second] = paragraphs[1] ?? ['', ''];
  expect(textOf(after.disk, target)).toContain(`Typed for ${first} Typed in the file for ${second}`);
  expect((await run(after.disk, deepl)).changed).toEqual([]);
  expect(entriesOf(after.disk).filter(({ state }) => state === 'reviewed')).toHaveLength(2);
});

async function branch(base: Disk, todo: readonly Change[]): Promise<Disk> {
  const edited = todo.reduce((disk, [kind, paragraph]) => changes[kind](disk, paragraphs[paragraph] ?? ['', '']), base);
  const { disk, problems } = await run(edited, deepl);
  expect(problems).toEqual([]);
  return disk;
}

/** As git merges a file; `undefined` where it leaves conflict markers. */
function merge(base: Disk, ours: Disk, theirs: Disk, path: string): string | undefined {
  const files = Object.entries({ ours, base, theirs }).map(([name, disk]) => {
    const file = join(folder, name);
    writeFileSync(file, textOf(disk, path));
    return file;
  });
  const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}
