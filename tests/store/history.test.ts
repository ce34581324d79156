import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textsIn } from '../../src/store/git.ts';
import { lastChanges } from '../../src/store/history.ts';
import { createFolder, type Folder } from './folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
  git('init', '-q', '-b', 'main');
});
afterEach(() => folder.remove());

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
  return execFileSync('git', [...identity, ...args], { cwd: folder.root, encoding: 'utf8', stdio }).trim();
}

function commit(): string {
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

function move(from: string, to: string): void {
  mkdirSync(dirname(join(folder.root, to)), { recursive: true });
  renameSync(join(folder.root, from), join(folder.root, to));
}

/** Source and commit of the last change, for each path, and the text of the source there. */
function told(root: string, paths: readonly string[]): readonly unknown[] {
  const files = paths.map((path) => ({ source: `de/${path}`, path: `en/${path}` }));
  const changes = lastChanges(root, files);
  return files.map((file) => {
    const change = changes.get(file);
    if (change === undefined) return undefined;
    const { commit, source, isEnd } = change;
    return [commit, source, textsIn(root, [{ commit, path: source }])[0], ...(isEnd ? ['end'] : [])];
  });
}

const long = (text: string) => `${text}\n${'Ein langer Text, an dem man die Datei wiedererkennt.\n'.repeat(9)}`;

test('the last change of a translated file, and its source as it was then', () => {
  folder.put('de/a.txt', 'eins');
  folder.put('de/b c.txt', 'zwei');
  folder.put('en/b c.txt', 'two');
  const first = commit();
  folder.put('en/a.txt', 'one');
  const second = commit();
  folder.put('de/a.txt', 'anders');
  folder.put('de/b c.txt', 'auch anders');
  commit();
  folder.put('en/new.txt', 'new');
  expect(told(folder.root, ['a.txt', 'b c.txt', 'new.txt'])).toEqual([
    [second, 'de/a.txt', 'eins'],
    [first, 'de/b c.txt', 'zwei'],
    undefined,
  ]);
});

test('a source that moved since is found under its name of then; a translation that only moved was not changed', () => {
  folder.put('p/de/alt.txt', long('eins'));
  folder.put('p/en/alt.txt', 'one');
  const first = commit();
  folder.put('p/de/alt.txt', long('anders'));
  move('p/de/alt.txt', 'p/de/sub/neu.txt');
  move('p/en/alt.txt', 'p/en/sub/neu.txt');
  commit();
  folder.put('p/de/sub/neu.txt', long('noch anders'));
  commit();
  expect(told(join(folder.root, 'p'), ['sub/neu.txt'])).toEqual([[first, 'de/alt.txt', long('eins')]]);
});

test('a change on a branch saw the source of that branch', () => {
  folder.put('de/a.txt', 'eins');
  commit();
  git('checkout', '-q', '-b', 'branch');
  folder.put('en/a.txt', 'one');
  const branch = commit();
  git('checkout', '-q', 'main');
  folder.put('de/a.txt', 'anders');
  commit();
  git('merge', '-q', '--no-edit', 'branch');
  expect(told(folder.root, ['a.txt'])).toEqual([[branch, 'de/a.txt', 'eins']]);
});

test('a shallow clone knows where its history ends; without a repository there is none', () => {
  folder.put('de/a.txt', 'eins');
  folder.put('en/a.txt', 'one');
  folder.put('en/b.txt', 'two');
  commit();
  folder.put('en/b.txt', 'changed');
  const second = commit();
  git('clone', '-q', '--depth', '2', `file://${folder.root}`, 'clone');
  folder.put('en/b.txt', 'again');
  const third = commit();
  expect(third).not.toBe(second);
  expect(told(join(folder.root, 'clone'), ['b.txt'])).toEqual([[second, 'de/b.txt', undefined]]);
  git('clone', '-q', '--depth', '1', `file://${folder.root}`, 'shallow');
  expect(told(join(folder.root, 'shallow'), ['a.txt'])).toEqual([[third, 'de/a.txt', 'eins', 'end']]);
  expect(told('/', ['a.txt'])).toEqual([undefined]);
});

test('no program of the configuration runs, and no option is read from a name', () => {
  git('config', 'diff.external', 'false');
  git('config', 'log.showSignature', 'true');
  git('config', 'diff.renames', 'false');
  folder.put('de/-p.txt', 'eins');
  folder.put('en/-p.txt', 'one');
  const first = commit();
  expect(told(folder.root, ['-p.txt'])).toEqual([[first, 'de/-p.txt', 'eins']]);
});
