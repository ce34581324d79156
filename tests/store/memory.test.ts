import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemory, type LeftPair, lookUp, memoryOf } from '../../src/memory/index.ts';
import { appendLines } from '../../src/store/append-lines.ts';
import { keepLeft, readLeft } from '../../src/store/memory.ts';
import { readProject } from '../../src/store/project.ts';
import { createFolder, type Folder } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
});
afterEach(() => remove());

const path = '.wordferry/memory.jsonl';
const left = (target: string, more: Partial<LeftPair> = {}): LeftPair => ({
  language: 'en',
  source: 'Ja.',
  target,
  path: 'source-de/a.txt',
  before: '',
  after: '',
  ...more,
});
const targets = () => readLeft(root).map(({ target }) => target);
const found = () =>
  lookUp(createMemory({ left: readLeft(root) }), { source: 'Ja.', before: '', after: '', path: 'source-de/b.txt' })
    ?.target;

test.each([
  ['one after the other', ['A', 'B'], ['B', 'A']],
  ['the newest again', ['A', 'A'], ['A']],
  ['one that was replaced and came back', ['A', 'B', 'A'], ['A', 'B']],
  ['back and forth', ['A', 'B', 'A', 'B'], ['B', 'A']],
])('%s: each once, the newest first', (_, order, expected) => {
  for (const target of order) keepLeft(root, [left(target)]);
  expect(targets()).toEqual(expected);
  expect(found()).toBe(expected[0]);
});

test('what is known as the newest of its source is not written again, whatever else left since', () => {
  keepLeft(root, [left('A'), left('Nein', { source: 'Nein.' }), left('네', { language: 'ko' })]);
  const before = get(path);
  keepLeft(root, [left('A')]);
  expect(get(path)).toBe(before);
});

test('the newest of several documents is of the document that had it last', () => {
  keepLeft(root, [left('A'), left('B', { path: 'source-de/c.txt' })]);
  keepLeft(root, [left('A')]);
  expect(found()).toBe('A');
});

test.each([
  ['that a crash tore', '{"language":"en","sour'],
  ['that is null', 'null'],
  ['of another shape', '{"source":1}'],
  ['without a target', '{"language":"en","source":"Ja.","path":"","before":"","after":""}'],
  ['that is a text', '"Ja."'],
])('a line %s is skipped and swallows nothing', (_, line) => {
  keepLeft(root, [left('A')]);
  put(path, `${get(path)}${line}`);
  expect(targets()).toEqual(['A']);
  keepLeft(root, [left('B')]);
  expect(targets()).toEqual(['B', 'A']);
});

test('lines are added behind a line break, and no empty line is', () => {
  appendLines(root, path, ['a']);
  appendLines(root, path, ['b', 'c']);
  appendLines(root, path, []);
  expect(get(path)).toBe('a\nb\nc\n');
});

const review = (state: string) =>
  `source: source-de/gone.txt\nsegments:\n  - de: |-\n      Ja.\n    en: |-\n      Yes.\n    state: ${state}\n`;

test.each([
  ['reviewed', review('reviewed'), ['Yes.']],
  ['translated', review('translated'), []],
  ['damaged', '<<<<<<< HEAD\n', []],
  ['no text', new Uint8Array([0xff, 0xfe]), []],
])('an orphan that is %s', async (_, content, expected) => {
  put('source-de/a.txt', 'Nein.\n');
  put('translations/en/gone.txt.review.yaml', content);
  const { orphans = [] } = await readProject(root);
  const pairs = orphans.flatMap(({ source, review }) => memoryOf(source, review.entries).tree);
  expect(pairs.map(({ target }) => target)).toEqual(expected);
});
