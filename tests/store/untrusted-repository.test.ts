import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendLines } from '../../src/store/append-lines.ts';
import { recover } from '../../src/store/apply.ts';
import { readNamedText, readText } from '../../src/store/files.ts';
import { acquireLock } from '../../src/store/lock.ts';
import { writeAtomic } from '../../src/store/write-atomic.ts';
import { createFolder, type Folder, refusal } from './folder.ts';

/** A repository that somebody cloned may hold links and state files that its author chose. */
let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
  put('outside/secret.txt', 'secret');
  put('project/translations/en/a.txt', 'old');
});
afterEach(() => remove());

const project = () => join(root, 'project');
const link = (path: string, to: string) => symlinkSync(to, join(project(), path));

describe('what is not read', () => {
  test.each([
    ['a link', 'translations/en/link.txt', '../../../outside/secret.txt', 'file.link'],
    ['a link to a device', 'translations/en/link.txt', '/dev/zero', 'file.link'],
    ['a file in a linked folder', 'translations/ko', '../../outside', 'file.link'],
  ])('%s', (_, path, to, id) => {
    link(path, to);
    const file = path.endsWith('.txt') ? path : `${path}/secret.txt`;
    expect(refusal(() => readText(project(), file))).toMatchObject({ text: { id }, place: { file: path } });
  });

  test('a pipe, at which a reader would wait for ever', () => {
    execFileSync('sh', ['-c', 'mkfifo pipe.txt'], { cwd: project() });
    expect(refusal(() => readText(project(), 'pipe.txt'))).toMatchObject({
      text: { id: 'file.irregular' },
      place: { file: 'pipe.txt' },
      status: 1,
    });
  });

  test.each(['../outside/secret.txt', 'translations/../../outside/secret.txt', '/etc/passwd', '.git/config'])(
    '%s',
    (path) => {
      expect(refusal(() => readText(project(), path)).text.id).toBe('file.outside');
    },
  );

  test('a file of 3 GB, not even its first byte', () => {
    put('project/big.txt', '');
    truncateSync(join(project(), 'big.txt'), 3 * 2 ** 30);
    expect(refusal(() => readText(project(), 'big.txt')).text).toEqual({
      id: 'file.size',
      values: { offset: 3 * 2 ** 30 },
    });
  });

  test.each([
    [20 * 1024 * 1024, 'file.nul'],
    [20 * 1024 * 1024 + 1, 'file.size'],
  ])('%i bytes: %s', (size, id) => {
    put('project/big.txt', '');
    truncateSync(join(project(), 'big.txt'), size);
    expect(refusal(() => readText(project(), 'big.txt')).text.id).toBe(id);
  });

  test('but a link that a person named is', () => {
    link('link.txt', '../outside/secret.txt');
    expect(readNamedText(join(project(), 'link.txt'))).toBe('secret');
    expect(readNamedText(join(project(), 'nothing.txt'))).toBeUndefined();
  });
});

describe('what is not written', () => {
  test.each(['../x', '/tmp/wordferry-x', 'a/../../x', '.git/hooks/pre-commit', 'a/.GIT/config'])('%s', (path) => {
    expect(refusal(() => writeAtomic(project(), path, 'x')).text.id).toBe('file.outside');
    expect(readdirSync(root).sort()).toEqual(['outside', 'project']);
  });

  test.each([
    ['symbolic', symlinkSync],
    ['hard', linkSync],
  ])('the target of a %s link in the place of the temporary file', (_, make) => {
    make(join(root, 'outside/secret.txt'), join(project(), 'translations/en/a.txt.wordferry-tmp'));
    writeAtomic(project(), 'translations/en/a.txt', 'new');
    expect([get('outside/secret.txt'), get('project/translations/en/a.txt')]).toEqual(['secret', 'new']);
    expect(readdirSync(join(project(), 'translations/en'))).toEqual(['a.txt']);
  });

  test('the target of a link in the place of a file that grows', () => {
    mkdirSync(join(project(), '.wordferry'));
    link('.wordferry/memory.jsonl', '../../outside/secret.txt');
    expect(refusal(() => appendLines(project(), '.wordferry/memory.jsonl', ['x'])).text.id).toBe('file.link');
    expect(get('outside/secret.txt')).toBe('secret');
  });

  test('a folder outside by way of .wordferry', () => {
    link('.wordferry', '../outside');
    for (const work of [
      () => acquireLock(project()),
      () => appendLines(project(), '.wordferry/memory.jsonl', ['x']),
      () => writeAtomic(project(), '.wordferry/report/report.md', 'x'),
    ])
      expect(refusal(work)).toMatchObject({ text: { id: 'file.link' }, place: { file: '.wordferry' } });
    expect(readdirSync(join(root, 'outside'))).toEqual(['secret.txt']);
  });
});

describe('a list of pending files', () => {
  const pending = (path: unknown) => JSON.stringify([{ path, after: 'x' }]);

  test.each([
    ['that leads out', pending('../../x')],
    ['that leads out of translations/', pending('translations/en/../../x')],
    ["that names git's folder", pending('translations/.git/hooks')],
    ["that names git's own hooks", pending('.git/hooks/pre-commit')],
    ['with an absolute path', pending('/tmp/wordferry-x')],
    ['with a path that is not normal', pending('translations/en/./a.txt')],
    ['with a source', pending('source-de/a.txt')],
    ['with no file', pending('translations/en')],
    ['with a number for a path', pending(1)],
    ['that a crash cut off', pending('translations/en/a.txt').slice(0, -4)],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that holds null', '[null]'],
    ['that is no list', '{}'],
  ])('%s is damaged: status 6, and nothing is written', (_, text) => {
    put('project/.wordferry/pending.json', text);
    expect(refusal(() => recover(project()))).toMatchObject({
      text: { id: 'pending.damaged' },
      place: { file: '.wordferry/pending.json' },
      hint: { id: 'pending.damaged.hint' },
      status: 6,
    });
    expect(readdirSync(project()).sort()).toEqual(['.wordferry', 'translations']);
    expect(existsSync(join(root, 'x'))).toBe(false);
  });

  test('a link in the place of a pending file is not followed, and the others are finished', () => {
    link('translations/en/link.txt', '../../../outside/secret.txt');
    const files = ['translations/en/link.txt', 'translations/en/b.txt'].map((path) => ({ path, after: 'x' }));
    put('project/.wordferry/pending.json', JSON.stringify(files));
    expect(recover(project())).toEqual(['translations/en/b.txt']);
    expect([get('outside/secret.txt'), get('project/translations/en/b.txt')]).toEqual(['secret', 'x']);
  });
});
