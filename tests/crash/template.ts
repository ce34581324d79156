import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { run } from './program.ts';
import { readTree, type Tree } from './tree.ts';

/** A project that a run is about to change, and what an undisturbed run makes of it. */
export interface Template {
  /** A copy of it, in a folder of its own; whoever asks for it removes it. */
  copy(): string;
  readonly before: Tree;
  readonly after: Tree;
  /** The calls by which an undisturbed run changes the disk. */
  readonly calls: readonly string[];
  /** How long it takes, in milliseconds. */
  readonly duration: number;
  /** What people wrote or accepted, and that no run may lose. */
  readonly texts: readonly string[];
  remove(): void;
}

/** A DeepL that answers a little later, with texts that pass. */
export const startDeepL = (): Promise<FakeDeepL> => startFakeDeepL({ latency: 12, translate });

export const translate = (text: string, target: string): string => {
  const number = /\d+/.exec(text)?.[0] ?? '';
  return target === 'ko' ? `고양이 ${number}마리가 잔다.` : `There were ${number} cats asleep.`;
};

const cats = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => sentence(from + at)).join('\n\n');

/** Each has words of its own: one in which only the number differs is repaired, and nobody asked. */
const sentence = (number: number): string =>
  `Im Garten schliefen ${number} Katzen von ${String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}.`;

/**
 * So many documents in two languages, all reviewed. Then people work: an edit in a translated file, one in a review file,
 * a sentence that is changed and one that goes, sentences for several batches, a document that is new.
 */
export async function createTemplate(documents: number): Promise<Template> {
  const base = mkdtempSync(join(tmpdir(), 'wordferry-crash-'));
  const folder = join(base, 'before');
  const deepl = await startDeepL();
  const wordferry = async (...args: readonly string[]) => {
    const { status, err } = await run({ folder, url: deepl.url, args });
    expect(status, err).toBe(0);
  };
  for (const language of ['en', 'ko']) put(folder, `translations/${language}/.gitkeep`, '');
  put(folder, '.gitignore', '.wordferry/\n');
  for (let at = 1; at <= documents; at += 1) put(folder, source(at), `${cats(1000 * at, 4)}\n`);
  await wordferry('translate', '--engine', 'deepl');
  await wordferry('accept', 'translations');
  commit(folder);
  const accepted = [...readTree(folder)].flatMap(([path, text]) =>
    path.startsWith('translations/') && path.endsWith('.txt') ? lines(text) : [],
  );
  work(folder, documents);
  const before = readTree(folder);
  const undisturbed = join(base, 'after');
  cpSync(folder, undisturbed, { recursive: true });
  const began = performance.now();
  const fault = { within: [undisturbed], log: join(base, 'calls') };
  await run({ folder: undisturbed, url: deepl.url, args: ['translate', '--engine', 'deepl'], fault });
  const duration = performance.now() - began;
  await deepl.close();
  let copies = 0;
  return {
    copy() {
      copies += 1;
      const copied = join(base, String(copies));
      cpSync(folder, copied, { recursive: true, preserveTimestamps: true });
      return copied;
    },
    before,
    after: readTree(undisturbed),
    calls: readFileSync(fault.log, 'utf8').replaceAll(undisturbed, '').split('\n'),
    duration,
    texts: [...accepted.filter((text) => !edits.some(({ from }) => from === text)), ...edits.map(({ to }) => to)],
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

const source = (at: number): string => `source-de/document-${at}.txt`;

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

const edits = [
  { path: 'translations/en/document-1.txt', from: 'There were 1000 cats asleep.', to: 'A person counted 1000 cats.' },
  {
    path: 'translations/ko/document-1.txt.review.yaml',
    from: '고양이 1001마리가 잔다.',
    to: '사람이 고양이 1001마리를 셌다.',
  },
];

function work(folder: string, documents: number): void {
  for (const { path, from, to } of edits) edit(folder, path, { from, to });
  edit(folder, source(1), { from: sentence(1002), to: sentence(1022) });
  edit(folder, source(1), { from: sentence(1003), to: cats(1100, 60) });
  for (let at = 2; at <= documents; at += 1) {
    const from = sentence(1000 * at + 1);
    edit(folder, source(at), { from, to: `${from}\n\n${cats(1000 * at + 100, 10)}` });
  }
  put(folder, 'source-de/new.txt', `${cats(500, 50)}\n`);
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function edit(folder: string, path: string, { from, to }: Record<'from' | 'to', string>): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  put(folder, path, text.replace(from, to));
}

function commit(folder: string): void {
  const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  for (const args of [
    ['init', '-q', '--template='],
    ['add', '-A'],
    [...person, 'commit', '-q', '-m', 'begin'],
  ])
    execFileSync('git', args, { cwd: folder, env: { ...process.env, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' } });
}
