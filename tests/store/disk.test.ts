import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyChanges, recover } from '../../src/store/apply.ts';
import { listFiles, readText } from '../../src/store/files.ts';
import { acquireLock } from '../../src/store/lock.ts';
import { writeAtomic } from '../../src/store/write-atomic.ts';
import { createFolder, type Folder, refusal } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
});
afterEach(() => remove());

describe('reading', () => {
  test.each([
    ['text with a byte order mark', '\ufeffÄ\r\n', '\ufeffÄ\r\n'],
    ['nothing', '', ''],
  ])('%s', (_, content, expected) => {
    put('a.txt', content);
    expect(readText(root, 'a.txt')).toBe(expected);
  });

  test.each([
    ['a byte that is not UTF-8', Buffer.from([0x41, 0xc3, 0xa4, 0xff, 0x42]), 'file.utf8', 3],
    ['a character that is cut off', Buffer.from([0x41, 0xe2, 0x82]), 'file.utf8', 1],
    ['UTF-16', Buffer.from('\ufeffAbc', 'utf16le'), 'file.utf16', 0],
    ['NUL', Buffer.from('ab\0c'), 'file.nul', 2],
  ])('refuses %s with its place', (_, content, id, offset) => {
    put('a.txt', content);
    expect(refusal(() => readText(root, 'a.txt'))).toMatchObject({
      text: { id, values: { offset } },
      place: { file: 'a.txt' },
      status: 1,
    });
  });

  test('links and hidden files are not listed', () => {
    put('source-de/a.txt', 'a');
    put('source-de/.hidden', 'a');
    put('elsewhere/b.txt', 'b');
    symlinkSync(join(root, 'elsewhere'), join(root, 'source-de/link'));
    symlinkSync(join(root, 'elsewhere/b.txt'), join(root, 'source-de/b.txt'));
    expect(listFiles(root, 'source-de')).toEqual(['source-de/a.txt']);
  });
});

describe('writing', () => {
  test('replaces a file and leaves nothing behind', () => {
    put('a/b.txt', 'old');
    writeAtomic(root, 'a/b.txt', 'new');
    expect(get('a/b.txt')).toBe('new');
    expect(readdirSync(join(root, 'a'))).toEqual(['b.txt']);
  });

  test('never goes through a link', () => {
    put('outside.txt', 'safe');
    mkdirSync(join(root, 'translations'));
    symlinkSync(join(root, 'outside.txt'), join(root, 'translations/a.txt'));
    expect(refusal(() => writeAtomic(root, 'translations/a.txt', 'x')).text.id).toBe('file.link');
    expect(get('outside.txt')).toBe('safe');
  });

  test('a disk that refuses is exit status 7', () => {
    put('a', 'a file where a folder should be');
    expect(refusal(() => writeAtomic(root, 'a/b.txt', 'x'))).toMatchObject({ status: 7, place: { file: 'a/b.txt' } });
  });
});

const source = { path: 'source-de/a.txt', text: 'Quelle' };
const set = (changes: readonly { path: string; before?: string; after: string }[]) => ({ source, changes });

describe('applying', () => {
  beforeEach(() => put(source.path, source.text));

  test('writes what is as it was read, and leaves alone what changed meanwhile', () => {
    put('en.txt', 'old');
    put('ko.txt', 'edited meanwhile');
    const en = set([
      { path: 'en.txt', before: 'old', after: 'new' },
      { path: 'en.yaml', after: 'review' },
    ]);
    const ko = set([
      { path: 'ko.txt', before: 'old', after: 'new' },
      { path: 'ko.yaml', after: 'review' },
    ]);
    expect(applyChanges(root, [en, ko])).toEqual([ko]);
    expect([get('en.txt'), get('en.yaml'), get('ko.txt'), existsSync(join(root, 'ko.yaml'))]).toEqual([
      'new',
      'review',
      'edited meanwhile',
      false,
    ]);
    expect(existsSync(join(root, '.wordferry/pending.json'))).toBe(false);
  });

  test('a changed source keeps its translations from being written', () => {
    put(source.path, 'Andere Quelle');
    const one = set([{ path: 'en.txt', after: 'new' }]);
    expect(applyChanges(root, [one])).toEqual([one]);
  });

  test.each([
    ['before the first file', [], ['new', 'review']],
    ['between the two', ['translations/en/a.txt'], ['new', 'review']],
    ['after both', ['translations/en/a.txt', 'translations/en/a.txt.review.yaml'], ['new', 'review']],
  ])('a run that was killed %s is finished by the next', (_, written, expected) => {
    const changes = [
      { path: 'translations/en/a.txt', before: 'old', after: 'new' },
      { path: 'translations/en/a.txt.review.yaml', before: 'old review', after: 'review' },
    ];
    for (const { path, before, after } of changes) put(path, written.includes(path) ? after : before);
    const pending = changes.map(({ path, before, after }) => ({ path, before: sha256(before), after }));
    put('.wordferry/pending.json', JSON.stringify(pending));
    put('translations/en/a.txt.review.yaml.wordferry-tmp', 'half');
    recover(root);
    expect([get('translations/en/a.txt'), get('translations/en/a.txt.review.yaml')]).toEqual(expected);
    expect(existsSync(join(root, 'translations/en/a.txt.review.yaml.wordferry-tmp'))).toBe(false);
    expect(recover(root)).toEqual([]);
  });

  test('what a person changed since the crash stays', () => {
    put('translations/en/a.txt', 'a person was here');
    put(
      '.wordferry/pending.json',
      JSON.stringify([{ path: 'translations/en/a.txt', before: sha256('old'), after: 'new' }]),
    );
    expect(recover(root)).toEqual([]);
    expect(get('translations/en/a.txt')).toBe('a person was here');
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('the lock', () => {
  test('one run at a time', () => {
    const release = acquireLock(root);
    expect(refusal(() => acquireLock(root))).toMatchObject({
      status: 5,
      text: { id: 'lock.held', values: { pid: String(process.pid) } },
    });
    release();
    acquireLock(root)();
  });

  test.each([
    ['of a process that is gone', { pid: 999_999_999 }, true],
    ['of another boot', { boot: 'another' }, true],
    ['of a process that has the same number by now', { started: '1' }, true],
    ['that is damaged', undefined, true],
    ['of another machine', { host: 'another', pid: 999_999_999 }, false],
  ])('a lock %s', (_, change, isTaken) => {
    const release = acquireLock(root);
    const own = JSON.parse(get('.wordferry/lock'));
    release();
    put('.wordferry/lock', change === undefined ? '{"pid":' : JSON.stringify({ ...own, ...change }));
    if (isTaken) acquireLock(root)();
    else expect(refusal(() => acquireLock(root))).toMatchObject({ status: 5, text: { values: { host: 'another' } } });
    expect(own).toMatchObject({ pid: process.pid, host: hostname() });
  });
});
