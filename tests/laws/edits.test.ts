import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReviewed } from '../../src/states.ts';
import {
  acceptAll,
  createDisk,
  type Disk,
  entriesOf,
  type FakeEngine,
  reviewPath,
  run,
  sourcePath,
  targetPath,
  textOf,
  withFile,
} from './disk.ts';
import { editFile, fileEdits, type Place, sourceEdits } from './edit-steps.ts';

/**
 * Law 3 in every format: what a person does to either file is taken over as the person's by the next run, nothing else
 * changes, and the run behind that one changes nothing. `WORDFERRY_CORPUS_EDITS`: a folder of more documents.
 */

const folder = process.env.WORDFERRY_CORPUS_EDITS ?? new URL('documents', import.meta.url).pathname;
const documents = (readdirSync(folder, { recursive: true }) as string[])
  .filter((name) => /\.(?:txt|md|html|json|ya?ml|po|srt|vtt)$/.test(name))
  .toSorted();

const reviewEdits = ['change a target', 'type a state', 'add a note', 'quote a target', 'plain target'] as const;

interface Step extends Omit<Place, 'word'> {
  readonly kind:
    | keyof typeof fileEdits
    | keyof typeof sourceEdits
    | (typeof reviewEdits)[number]
    | 'while a run goes on';
}

const inFile = Object.keys(fileEdits) as (keyof typeof fileEdits)[];
const inSource = Object.keys(sourceEdits) as (keyof typeof sourceEdits)[];

const step = (kinds: readonly Step['kind'][]): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(60), other: fc.nat(60) });

const runs = Number(process.env.RUNS ?? 12);
const options = { seed: Number(process.env.SEED ?? 1), numRuns: runs };

interface World {
  readonly name: string;
  readonly disk: Disk;
  /** Words that were planted, and are there. */
  readonly words: readonly string[];
  readonly count: number;
}

/** Each word with an ending of its own; codes stay as they are. */
const deepl: FakeEngine = {
  id: 'deepl',
  answer: ({ request }) =>
    request.text.replace(/<[^>]*>|&#?\w+;|\{[^}]*\}|\p{L}+/gu, (part) => (/^\p{L}/u.test(part) ? `${part}o` : part)),
};

const begun = new Map<string, Disk>();

async function begin(name: string): Promise<World> {
  const own = `a${/\.\w+$/.exec(name)?.[0]}`;
  const known = begun.get(name);
  if (known !== undefined) return { name: own, disk: known, words: [], count: 0 };
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const { disk } = await run(createDisk({ [own]: text }), deepl);
  const accepted = await run(acceptAll(disk, own), deepl);
  begun.set(name, accepted.disk);
  return { name: own, disk: accepted.disk, words: [], count: 0 };
}

test.each(documents)('edits of the translated file: %s', async (name) => {
  const property = fc.asyncProperty(fc.array(step(inFile), { minLength: 1, maxLength: 3 }), async (steps) => {
    const start = await begin(name);
    const edited = steps.reduce(edit, start);
    const after = await ran(edited);
    if (isTorn(after)) return;
    expect(after.problems.map(({ message }) => message)).toEqual([]);
    expectAdopted(edited, after.disk);
    expect(wordsIn(textOf(after.disk, targetPath(edited.name)))).toEqual(
      wordsIn(textOf(edited.disk, targetPath(edited.name))),
    );
  });
  await fc.assert(property, options);
});

test.each(documents)('edits of both files and of the source, run after run: %s', async (name) => {
  const kinds = [...inFile, ...inFile, ...inSource, ...reviewEdits, ...reviewEdits, 'while a run goes on'] as const;
  const rounds = fc.array(fc.array(step(kinds), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  const property = fc.asyncProperty(rounds, async (rounds) => {
    let world = await begin(name);
    for (const steps of rounds) {
      const running = steps.some(({ kind }) => kind === 'while a run goes on')
        ? await run(world.disk, deepl)
        : undefined;
      const edited = steps.reduce(edit, world);
      const met = running === undefined ? edited : { ...edited, disk: written(edited.disk, running.documents) };
      const after = await ran(met);
      if (after.problems.length > 0) return;
      world = { ...met, disk: after.disk };
    }
  });
  await fc.assert(property, options);
});

/** A run, and the one behind it. What it leaves alone it shows, with both texts. */
async function ran(world: World): Promise<Awaited<ReturnType<typeof run>>> {
  const after = await run(world.disk, deepl);
  if (isTorn(after)) return after;
  if (after.problems.length > 0) {
    expect(after.problems.map(({ message }) => message)).toMatchObject([{ id: 'translate.both' }]);
    expect(after.changed).toEqual([]);
    return after;
  }
  expectAdopted(world, after.disk);
  const again = await run(after.disk, deepl);
  expect(again.problems).toEqual([]);
  expect(again.asked).toEqual([]);
  for (const path of again.changed) expect(again.disk.files.get(path)).toBe(after.disk.files.get(path));
  return after;
}

/** In documents of other people an edit at random may tear a list apart: it is said, and nothing changes. */
function isTorn({ problems, changed }: Awaited<ReturnType<typeof run>>): boolean {
  if (process.env.WORDFERRY_CORPUS_EDITS === undefined) return false;
  const isSaid = problems.some(({ message }) => message.id === 'translate.unlike');
  if (isSaid) expect(changed).toEqual([]);
  return isSaid;
}

/** Every word that a person planted stands in a text that is a person's, or outside of all sentences where it was planted. */
function expectAdopted({ name, words }: World, disk: Disk): void {
  const entries = entriesOf(disk, name);
  const text = textOf(disk, targetPath(name));
  const kept = JSON.stringify([disk.left, entries.map(({ previous }) => previous)]);
  for (const word of words) {
    if (kept.includes(word)) continue;
    const own = entries.filter(({ target, note }) => target.includes(word) || note?.includes(word));
    if (own.length === 0) expect(text.split(word)).toHaveLength(2);
    for (const entry of own)
      expect([entry.state, entry.machine]).toEqual([expect.stringMatching(/^(reviewed|final)$/), undefined]);
    if (!own.some(({ note }) => note?.includes(word))) expect(text.split(word)).toHaveLength(2);
  }
}

function edit(world: World, { kind, ...place }: Step): World {
  if (kind === 'while a run goes on') return world;
  const word = `qwort${world.count}x`;
  const disk = changed(world, kind, { ...place, word });
  const words = world.words.filter((each) => !isTaken(each, world, disk));
  const isPlanted = countsOf(word, { ...world, disk }).some((count) => count > 0);
  return { ...world, disk, words: isPlanted ? [...words, word] : words, count: world.count + 1 };
}

/** By this very edit. */
function isTaken(word: string, before: World, disk: Disk): boolean {
  const counts = countsOf(word, { ...before, disk });
  return countsOf(word, before).some((count, at) => (counts[at] ?? 0) < count);
}

const countsOf = (word: string, { name, disk }: World): readonly number[] =>
  [targetPath(name), reviewPath(name)].map((path) => textOf(disk, path).split(word).length - 1);

function changed({ name, disk }: World, kind: Exclude<Step['kind'], 'while a run goes on'>, place: Place): Disk {
  if (kind in fileEdits) return editFile(disk, targetPath(name), fileEdits[kind as keyof typeof fileEdits], place);
  if (kind in sourceEdits)
    return editFile(disk, sourcePath(name), sourceEdits[kind as keyof typeof sourceEdits], place);
  const path = reviewPath(name);
  const lines = textOf(disk, path).split('\n');
  const blocks = lines.flatMap((line, at) =>
    line === '    en: |-' && lines[at + 1]?.startsWith('      ') ? [at] : [],
  );
  const at = blocks[place.at % Math.max(1, blocks.length)];
  if (at === undefined) return disk;
  return withFile(disk, path, typed(lines, at, kind, place.word).join('\n'));
}

/** As people type into a review file. */
function typed(lines: readonly string[], at: number, kind: Step['kind'], word: string): readonly string[] {
  const text = lines[at + 1]?.trim() ?? '';
  if (kind === 'type a state')
    return lines.map((line, each) =>
      each > at && each < at + 4 && line.startsWith('    state:') ? '    state: final' : line,
    );
  if (kind === 'add a note') return lines.toSpliced(at + 2, 0, `    note: ask about ${word}`);
  if (lines[at + 2]?.startsWith('      ')) return lines;
  if (kind === 'quote a target') return lines.toSpliced(at, 2, `    en: ${JSON.stringify(`${text} “${word}”`)}`);
  if (kind === 'plain target') return lines.toSpliced(at, 2, `    en: He said: "${word}" # fine`);
  return lines.with(at + 1, `      The target is ${word}.`);
}

/** What a run that began before writes: nothing of a pair of files that a person changed since. */
function written(disk: Disk, documents: Awaited<ReturnType<typeof run>>['documents']): Disk {
  return documents.reduce(
    (now, { changes }) =>
      changes.every(({ path, before }) => now.files.get(path) === before)
        ? changes.reduce((each, { path, after }) => withFile(each, path, after), now)
        : now,
    disk,
  );
}

/** Words of translations and planted ones, whatever stands around them. */
const wordsIn = (text: string): readonly string[] => (text.match(/\p{L}+o(?!\p{L})|qwort\d+x/gu) ?? []).toSorted();

test('a reviewed wording is never overwritten by a machine', async () => {
  for (const name of documents) {
    const property = fc.asyncProperty(fc.array(step(inSource), { minLength: 1, maxLength: 4 }), async (steps) => {
      const start = await begin(name);
      const edited = steps.reduce(edit, start);
      const after = await run(edited.disk, deepl);
      const before = entriesOf(start.disk, start.name).filter(isReviewed);
      for (const { source, target } of entriesOf(after.disk, start.name)) {
        const own = before.filter((entry) => entry.source === source).map((entry) => entry.target);
        if (own.length > 0) expect(own, `${start.name}: ${source}`).toContain(target);
      }
    });
    await fc.assert(property, options);
  }
});
