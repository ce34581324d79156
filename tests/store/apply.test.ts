import fs, { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyChanges, recover } from '../../src/store/apply.ts';
import { readProject } from '../../src/store/project.ts';
import { createFolder, type Folder, refusal } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
  put(source.path, source.text);
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  remove();
});

const source = { path: 'source-de/a.txt', text: 'Quelle' };
const pair = (language: string) => ({
  source,
  changes: [
    { path: `translations/${language}/a.txt`, after: 'new' },
    { path: `translations/${language}/a.txt.review.yaml`, after: 'review' },
  ],
});

/** Stands where the temporary file should: no user, whatever his rights, writes a file over it. */
const block = (path: string) => mkdirSync(join(root, `${path}.wordferry-tmp/x`), { recursive: true });
const unblock = (path: string) => rmSync(join(root, `${path}.wordferry-tmp`), { recursive: true });
const pending = '.wordferry/pending.json';

test('what the disk refuses waits for the next run, and the others are written', () => {
  block('translations/en/a.txt');
  const [en, ko] = [pair('en'), pair('ko')];
  expect(applyChanges(root, [en, ko])).toMatchObject([
    { ...en, error: { text: { id: 'file.disk' }, place: { file: 'translations/en/a.txt' }, status: 7 } },
  ]);
  expect(get('translations/ko/a.txt')).toBe('new');
  expect(JSON.parse(get(pending)).map(({ path }: { path: string }) => path)).toEqual(
    en.changes.map(({ path }) => path),
  );
});

test('a run goes on where an earlier one could not write, and the last one finishes it', () => {
  block('translations/en/a.txt');
  applyChanges(root, [pair('en')]);
  expect(get('translations/en/a.txt.review.yaml')).toBe('review');
  expect(recover(root)).toEqual([]);
  expect(applyChanges(root, [pair('ko')])).toEqual([]);
  unblock('translations/en/a.txt');
  expect(recover(root)).toEqual(['translations/en/a.txt']);
  expect(existsSync(join(root, pending))).toBe(false);
});

test('of a pair that the disk still refuses nothing is written', () => {
  const old = pair('en').changes.map((change) => ({ ...change, before: 'old' }));
  for (const { path } of old) put(path, 'old');
  block('translations/en/a.txt');
  applyChanges(root, [{ source, changes: old }]);
  expect(recover(root)).toEqual([]);
  expect(get('translations/en/a.txt.review.yaml')).toBe('old');
});

test('a pair that is half written is a problem, not an edit', async () => {
  block('translations/en/a.txt.review.yaml');
  mkdirSync(join(root, 'translations/ko'));
  applyChanges(root, [pair('en')]);
  const { translations } = await readProject(root);
  expect(translations).toMatchObject([
    { language: 'en', review: { text: { id: 'pending.unfinished' }, status: 7 } },
    { language: 'ko', review: undefined },
  ]);
  expect(translations[0]?.text).toBeUndefined();
});

test('a link in the place of an output is a problem of its document', () => {
  mkdirSync(join(root, 'translations/en'), { recursive: true });
  put('elsewhere.txt', 'safe');
  symlinkSync('../../elsewhere.txt', join(root, 'translations/en/a.txt'));
  const [en, ko] = [pair('en'), pair('ko')];
  expect(applyChanges(root, [en, ko])).toMatchObject([{ ...en, error: { text: { id: 'file.link' } } }]);
  expect([get('elsewhere.txt'), get('translations/ko/a.txt')]).toEqual(['safe', 'new']);
});

describe('of many files, which are written together', () => {
  const many = ['en', 'ko', 'fr', 'es', 'it', 'nl', 'pl', 'cs', 'da'].map(pair);
  test.each([
    ['the first of a pair', 'translations/ko/a.txt.review.yaml', []],
    ['the second', 'translations/ko/a.txt', []],
  ])('%s is refused: no temporary file of the pair is left', (_, path, left) => {
    block(path);
    expect(applyChanges(root, many)).toMatchObject([{ changes: many[1]?.changes, error: { status: 7 } }]);
    unblock(path);
    expect(readdirSync(join(root, 'translations/ko'))).toEqual(left);
    expect(get('translations/da/a.txt')).toBe('new');
  });
});

describe('a disk with an error', () => {
  /** The call fails for one file, so often. */
  function failing(name: 'fsyncSync' | 'writeFileSync' | 'closeSync', times: number): void {
    const real = fs[name] as (...args: unknown[]) => void;
    let [opened, left] = [-1, times];
    const open = fs.openSync;
    vi.spyOn(fs, 'openSync').mockImplementation((file, ...rest) => {
      const descriptor = open(file, ...rest);
      if (String(file).endsWith('en/a.txt.wordferry-tmp')) opened = descriptor;
      return descriptor;
    });
    vi.spyOn(fs, name as 'fsyncSync').mockImplementation((...args: unknown[]) => {
      real(...args);
      if (args[0] !== opened || left === 0) return;
      left -= 1;
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    });
    syncBuiltinESMExports();
  }

  test.each(['fsyncSync', 'writeFileSync', 'closeSync'] as const)('once in %s: the file is written anew', (name) => {
    failing(name, 1);
    expect(applyChanges(root, [pair('en')])).toEqual([]);
    expect(get('translations/en/a.txt')).toBe('new');
  });

  test.each(['fsyncSync', 'writeFileSync'] as const)(
    'twice in %s: it is refused, and the others are written',
    (name) => {
      failing(name, 2);
      expect(applyChanges(root, [pair('en'), pair('ko')])).toMatchObject([
        { error: { text: { id: 'file.disk' }, status: 7 } },
      ]);
      expect(readdirSync(join(root, 'translations/en'))).toEqual(['a.txt.review.yaml']);
      expect(get('translations/ko/a.txt')).toBe('new');
    },
  );

  test.each(['fsyncSync', 'renameSync', 'lstatSync', 'rmSync'] as const)(
    'whatever call fails (%s), it is told with a file',
    (name) => {
      vi.spyOn(fs, name as 'fsyncSync').mockImplementation(() => {
        throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      });
      syncBuiltinESMExports();
      const work = () => {
        const [skipped] = applyChanges(root, [pair('en')]);
        if (skipped?.error) throw skipped.error;
      };
      expect(refusal(work)).toMatchObject({
        status: 7,
        place: { file: expect.stringMatching(/en|pending|source-de/) },
      });
    },
  );
});
