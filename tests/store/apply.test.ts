import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChanges, recover } from '../../src/store/apply.ts';
import { readProject } from '../../src/store/project.ts';
import { createFolder, type Folder } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
  put(source.path, source.text);
});
afterEach(() => remove());

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
