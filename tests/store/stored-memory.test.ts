import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookUpAll } from '../../src/memory/index.ts';
import type { Pair } from '../../src/model.ts';
import { defaults } from '../../src/settings.ts';
import { searchHere } from '../../src/store/search-threads.ts';
import { withStoredMemory } from '../../src/store/stored-memory.ts';

const indexPath = '.wordferry/memory-en.index';
let root = '';
let reads: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wordferry-memory-'));
  reads = [];
  write('a', 'Der Hund schläft.', 'The dog sleeps.');
  write('b', 'Der Hund bellt laut.', 'The dog barks.');
  write('c', 'Es regnet.', 'It rains.');
  imported('Der Mond scheint hell.', 'The moon shines.');
});

afterEach(() => rmSync(root, { recursive: true }));

const put = (path: string, text: string) => {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  // Long ago: what was only just written is read each time.
  utimesSync(file, 1e9, 1e9);
};

const write = (name: string, de: string, en: string) =>
  put(
    `translations/en/${name}.txt.review.yaml`,
    `source: source-de/${name}.txt\nsegments:\n  - unit: paragraph\n    de: |-\n      ${de}\n    en: |-\n      ${en}\n    state: reviewed\n`,
  );

const imported = (source: string, target: string) => put('translations/en/x.tmx', JSON.stringify([{ source, target }]));

const folder = () => ({
  root,
  settings: { ...defaults, targets: ['en'] },
  language: 'en',
  readImported(path: string): readonly Pair[] {
    reads.push(path);
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  },
});

const targetsFor = (source: string) =>
  withStoredMemory(
    folder(),
    () => [],
    (memory) => {
      const sought = { source, path: 'source-de/a.txt', around: 0 };
      const [found = []] = lookUpAll(memory, [sought], { least: 50, most: 5, searchAll: searchHere });
      return found.map(({ target }) => target);
    },
  );

const bytes = () => readFileSync(join(root, indexPath));

test('reviewed pairs and those of other tools are found', () => {
  expect(targetsFor('Der Hund schläft!')).toEqual(['The dog sleeps.']);
  expect(targetsFor('Der Mond scheint hell!')).toEqual(['The moon shines.']);
  expect(statSync(join(root, indexPath)).mode & 0o777).toBe(0o600);
});

test('a file in which nothing changed is not read again', () => {
  targetsFor('');
  const before = bytes();
  expect(targetsFor('Der Mond scheint hell!')).toEqual(['The moon shines.']);
  expect(reads).toEqual(['translations/en/x.tmx']);
  expect(bytes()).toEqual(before);
});

test.each<[string, () => void]>([
  ['changed', () => write('b', 'Der Hund bellt leise.', 'The dog barks softly.')],
  ['added', () => write('aa', 'Die Katze bellt nicht.', 'The cat does not bark.')],
  ['removed', () => rmSync(join(root, 'translations/en/b.txt.review.yaml'))],
  ['the first removed', () => rmSync(join(root, 'translations/en/a.txt.review.yaml'))],
  ['another tool’s file changed', () => imported('Die Sonne scheint.', 'The sun shines.')],
  ['unreadable', () => put('translations/en/c.txt.review.yaml', '<<<<<<< HEAD\n: [')],
  ['all removed', () => rmSync(join(root, 'translations'), { recursive: true })],
])('what is kept of unchanged files makes the same index as all of them read anew: %s', (_, change) => {
  targetsFor('');
  change();
  targetsFor('');
  const kept = bytes();
  rmSync(join(root, indexPath));
  targetsFor('');
  expect(kept).toEqual(bytes());
});

test('a file that was written just now is read again', () => {
  imported('Die Sonne scheint.', 'The sun shines.');
  utimesSync(join(root, 'translations/en/x.tmx'), new Date(), new Date());
  targetsFor('');
  imported('Die Wolke scheint.', 'The cloud shines.');
  expect(targetsFor('Die Wolke scheint.')).toContain('The cloud shines.');
});

test('a damaged index is made anew, silently', () => {
  targetsFor('');
  const whole = bytes();
  for (let at = 0; at < whole.length; at += 29) {
    const damaged = Buffer.from(whole);
    damaged[at]! ^= 0x41;
    writeFileSync(join(root, indexPath), damaged);
    expect(targetsFor('Der Hund bellt laut!'), `byte ${at}`).toEqual(['The dog barks.']);
  }
  for (const length of [0, 3, 24, 100, whole.length - 1]) {
    writeFileSync(join(root, indexPath), whole);
    truncateSync(join(root, indexPath), length);
    expect(targetsFor('Der Hund bellt laut!')).toEqual(['The dog barks.']);
    expect(bytes()).toEqual(whole);
  }
});

test('a disk that takes no index costs time only', () => {
  put('.wordferry', 'no folder');
  expect(targetsFor('Der Hund bellt laut!')).toEqual(['The dog barks.']);
});
