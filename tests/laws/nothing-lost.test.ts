import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/languages/sentences/index.ts';
import type { Entry, State } from '../../src/model.ts';
import { writeReviewFile } from '../../src/review-file/index.ts';
import { isReviewed } from '../../src/states.ts';
import {
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  type FakeEngine,
  mock,
  reviewOf,
  reviewPath,
  run,
  sourcePath,
  targetPath,
  textOf,
  withFile,
} from './disk.ts';

/**
 * Law 3, nothing lost: whatever people do between the runs, each text that a person typed is still in the review file,
 * in the translated file or in the memory of what left, unless a person took it away. Law 5 at every step.
 */

/** What people and runs do, one after the other; numbers choose where, modulo what there is. */
type Step = readonly [kind: (typeof kinds)[number], at: number, other: number];

const kinds = [
  'edit in review',
  'edit in file',
  'type entry in review',
  'part joined entries in review',
  'empty target in review',
  'delete sentence in file',
  'add sentence in file',
  'add paragraph in file',
  'delete paragraph in file',
  'merge sentences in file',
  'remove file',
  'set state',
  'change source',
  'delete source',
  'insert source',
  'move source',
  'split source',
  'merge source',
  'new source paragraph',
  'break source paragraph',
  'restore source',
] as const;

const name = 'a.txt';
const paths = { source: sourcePath(name), target: targetPath(name), review: reviewPath(name) };

interface World {
  readonly disk: Disk;
  readonly source: Source;
  /** Earlier versions of the source. */
  readonly history: readonly Source[];
  /** Words that people typed and nobody took away. */
  readonly words: ReadonlySet<string>;
  /** Targets that were reviewed at some time. */
  readonly reviewed: ReadonlySet<string>;
  readonly count: number;
}

/** Paragraphs of sentences. */
type Source = readonly (readonly string[])[];

const begin: Source = [
  [
    'Der Hund eins schläft im Garten.',
    'Die Katze zwei sitzt auf dem Dach.',
    'Das Pferd drei frisst Heu.',
    'Der Vogel vier sang.',
  ],
  ['Im Januar fünf fiel viel Schnee.'],
  ['Niemand sechs wusste davon.', 'Das Haus sieben stand leer.'],
  ['Am Ende acht regnete es wieder.'],
];

const separators = { line: '\n', paragraph: '\n\n' } as const;

/** Some edits, and a run. */
interface Round {
  readonly steps: readonly Step[];
  readonly engine: 'deepl' | 'mock' | 'none';
}

const round: fc.Arbitrary<Round> = fc.record({
  steps: fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(9), fc.nat(19)), { minLength: 1, maxLength: 5 }),
  engine: fc.constantFrom('deepl', 'deepl', 'deepl', 'mock', 'none'),
});

const engines = { deepl, mock, none: undefined } as const;

test.each([
  ['line', 'reviewed'],
  ['paragraph', 'reviewed'],
  ['line', 'translated'],
] as const)('no sequence of edits and runs loses a text (%s, %s)', async (newlines, onEdit) => {
  const property = fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
    const empty = createDisk({ [name]: textOfSource(begin, newlines) }, { newlines, onEdit });
    const { disk } = await run(empty, deepl);
    let world: World = { disk, source: begin, history: [begin], words: new Set(), reviewed: new Set(), count: 0 };
    for (const { steps, engine } of rounds) {
      for (const step of steps) world = typed(world, step, newlines);
      world = await ran(world, engines[engine]);
    }
  });
  await fc.assert(property, { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 100) });
});

/** A run, and what must hold behind it. */
async function ran(world: World, engine: FakeEngine | undefined): Promise<World> {
  const { disk, problems, changed } = await run(world.disk, engine);
  if (problems.length > 0) expect(changed).toEqual([]);
  expect(problems.map(({ message }) => message.id).filter((id) => !known.has(id))).toEqual([]);
  const kept = everything(disk);
  expect([...world.words].filter((word) => !kept.includes(word))).toEqual([]);
  if (problems.length === 0) expectTrue(world, disk);
  const text = withoutRepaired(disk);
  expect(
    [...world.words].filter((word) => text.split(word).length > 2),
    text,
  ).toEqual([]);
  if (problems.length === 0) {
    const again = await run(disk, engine);
    expect(again.asked).toEqual([]);
    for (const path of again.changed) expect(again.disk.files.get(path)).toBe(disk.files.get(path));
    expect(again.problems).toEqual([]);
  }
  return { ...world, disk, reviewed: new Set([...world.reviewed, ...reviewedIn(disk)]) };
}

/** The translated file without what was made of another sentence's target, which says a person's words once more. */
function withoutRepaired(disk: Disk): string {
  const text = disk.files.get(paths.target) ?? '';
  const entries = disk.files.has(paths.review) ? entriesOf(disk) : [];
  const repaired = entries.filter(({ machine }) => machine === 'repair');
  return repaired.reduce((rest, { target }) => rest.replace(target, ''), text);
}

/** The entries are those of the source, in order; what they keep as `previous:` was reviewed once. */
function expectTrue(world: World, disk: Disk): void {
  const entries = entriesOf(disk);
  const sources = entries.flatMap(({ source }) => (source === undefined ? [] : [source]));
  expect(sources).toEqual(world.source.flat());
  const pairs = entries.flatMap(({ previous }) => (previous === undefined ? [] : [previous]));
  expect(pairs.filter(({ target }) => !world.reviewed.has(target) && !isTyped(target, disk))).toEqual([]);
}

/** Typed and changed again in the same run: never seen as reviewed, but it was. */
const isTyped = (text: string, { settings }: Disk): boolean => settings.onEdit === 'reviewed' && text.includes('qwort');

function reviewedIn(disk: Disk): readonly string[] {
  const file = disk.files.get(paths.review);
  return file === undefined
    ? []
    : entriesOf(disk)
        .filter(isReviewed)
        .map(({ target }) => target);
}

const known: ReadonlySet<string> = new Set(['translate.both', 'translate.structure']);

const everything = (disk: Disk): string =>
  [disk.files.get(paths.target), disk.files.get(paths.review), JSON.stringify(disk.left)].join('\n');

/** A person's step: words that it takes out of either file are gone on purpose, the word that it types has to stay. */
function typed(world: World, [kind, at, other]: Step, newlines: 'line' | 'paragraph'): World {
  const word = `qwort${world.count}x`;
  const next = isSourceStep(kind)
    ? changeSource(world, [kind, at, other], newlines)
    : { ...world, disk: changeTarget(world.disk, [kind, at, other], word, newlines) };
  const words = new Set([...world.words].filter((each) => !isTaken(each, world.disk, next.disk)));
  if (everything(next.disk).includes(word)) words.add(word);
  const reviewed = new Set([...world.reviewed, ...reviewedIn(next.disk)]);
  return { ...next, words, reviewed, count: world.count + 1 };
}

function isTaken(word: string, before: Disk, after: Disk): boolean {
  return [paths.target, paths.review].some((path) => {
    const count = (disk: Disk) => (disk.files.get(path) ?? '').split(word).length;
    return count(after) < count(before);
  });
}

function changeTarget(disk: Disk, [kind, at, other]: Step, word: string, newlines: 'line' | 'paragraph'): Disk {
  const sentence = sentenceWith(word, other);
  if (kind.endsWith('in review') || kind === 'set state') return changeReview(disk, [kind, at, other], sentence);
  const text = disk.files.get(paths.target);
  if (text === undefined) return disk;
  if (kind === 'remove file') return withFile(disk, paths.target, undefined);
  const paragraphs = text
    .split(separators[newlines])
    .map((paragraph) => splitSentences(paragraph, 'en').map(({ start, end }) => paragraph.slice(start, end)));
  const flat = paragraphs.flatMap((paragraph, p) => paragraph.map((_, s) => [p, s] as const));
  const [p, s] = flat[at % Math.max(1, flat.length)] ?? [0, 0];
  const change = (paragraph: readonly string[]): readonly (readonly string[])[] => {
    if (kind === 'edit in file') return [paragraph.with(s, sentence)];
    if (kind === 'delete sentence in file') return [paragraph.toSpliced(s, 1)];
    if (kind === 'add sentence in file') return [paragraph.toSpliced(s + (other % 2), 0, sentence)];
    if (kind === 'add paragraph in file') return other % 2 === 0 ? [paragraph, [sentence]] : [[sentence], paragraph];
    if (kind === 'delete paragraph in file') return [];
    const second = paragraph[s + 1];
    return second === undefined
      ? [paragraph]
      : [paragraph.toSpliced(s, 2, `${paragraph[s]?.slice(0, -1)}, and ${word} ${second}`)];
  };
  if (flat.length === 0) return disk;
  return withFile(
    disk,
    paths.target,
    textOfSource(
      paragraphs.flatMap((paragraph, each) => (each === p ? change(paragraph) : [paragraph])),
      newlines,
    ),
  );
}

/** As people type: a sentence, two, half of one, with blanks around. */
function sentenceWith(word: string, other: number): string {
  const forms = [
    `A person wrote ${word} here.`,
    `A person wrote ${word}. It was late for qwort.`,
    `and ${word} too`,
    ` Blanks  around ${word} .  `,
  ];
  return forms[other % forms.length] ?? '';
}

const states: readonly State[] = ['initial', 'translated', 'reviewed', 'final'];

function changeReview(disk: Disk, [kind, at, other]: Step, sentence: string): Disk {
  const file = reviewOf(disk, paths.review);
  const entry = file.entries[at % Math.max(1, file.entries.length)];
  const joined = file.entries.find((each) => each.joined);
  const write = (entries: readonly Entry[]) => withFile(disk, paths.review, writeReviewFile({ ...file, entries }));
  const set = (old: Entry | undefined, change: Partial<Entry>) =>
    write(file.entries.map((each) => (each === old ? { ...each, ...change } : each)));
  if (kind === 'type entry in review')
    return write(file.entries.toSpliced(at % (file.entries.length + 1), 0, { target: sentence, state: 'reviewed' }));
  if (kind === 'part joined entries in review') return set(joined, { target: sentence });
  if (entry === undefined || entry.joined) return disk;
  if (kind === 'edit in review') return set(entry, { target: sentence });
  if (kind === 'empty target in review') return set(entry, { target: '' });
  return entry.target === '' ? disk : set(entry, { state: states[other % 4] ?? 'reviewed' });
}

const isSourceStep = (kind: string): boolean => kind.includes('source');

function changeSource(world: World, step: Step, newlines: 'line' | 'paragraph'): World {
  const source = changedSource(world, step).filter((paragraph) => paragraph.length > 0);
  const disk = edit(world.disk, paths.source, textOf(world.disk, paths.source), textOfSource(source, newlines));
  return { ...world, disk, source, history: [...world.history, source] };
}

function changedSource({ source, history, count }: World, [kind, at, other]: Step): Source {
  const flat = source.flatMap((paragraph, p) => paragraph.map((_, s) => [p, s] as const));
  if (kind === 'restore source') return history[at % history.length] ?? source;
  const [p, s] = flat[at % Math.max(1, flat.length)] ?? [0, 0];
  const old = source[p]?.[s] ?? '';
  const fresh = `Neu ist Satz ${count} über die Sache.`;
  const replace = (paragraph: readonly string[]) => source.with(p, paragraph);
  if (kind === 'new source paragraph' || old === '') return source.toSpliced(p, 0, [fresh]);
  const own = source[p] ?? [];
  if (kind === 'change source') return replace(own.with(s, old.replace(/ (\p{L}+)\.$/u, ` neulich${count} $1.`)));
  if (kind === 'delete source') return replace(own.toSpliced(s, 1));
  if (kind === 'insert source') return replace(own.toSpliced(s, 0, fresh));
  if (kind === 'split source' && old.split(' ').length < 5) return source;
  if (kind === 'split source')
    return replace(
      own.toSpliced(
        s,
        1,
        `${old.split(' ').slice(0, 3).join(' ')}.`,
        `So war Nummer ${count} ${old.split(' ').slice(3).join(' ')}`,
      ),
    );
  if (kind === 'merge source')
    return own[s + 1] === undefined ? source : replace(own.toSpliced(s, 2, `${old.slice(0, -1)}, und ${own[s + 1]}`));
  if (kind === 'break source paragraph') return source.toSpliced(p, 1, own.slice(0, s), own.slice(s));
  const rest = source.with(p, own.toSpliced(s, 1));
  const to = other % rest.length;
  return rest.with(to, (rest[to] ?? []).toSpliced(other % ((rest[to]?.length ?? 0) + 1), 0, old));
}

function textOfSource(source: Source, newlines: 'line' | 'paragraph'): string {
  return source.map((paragraph) => paragraph.join(' ')).join(separators[newlines]);
}
