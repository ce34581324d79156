import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaults } from '../../src/settings.ts';
import { changedPaths, commitOf, commitsOf, textsAt } from '../../src/store/git.ts';
import { readHead } from '../../src/store/memory.ts';
import { readMergeSides } from '../../src/store/merge-sides.ts';
import { createFolder, type Folder } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
  git('init', '-q', '-b', 'main');
});
afterEach(() => remove());

const person = { NAME: 'Test', EMAIL: 'test@example.org' };
const env = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: person.NAME,
  GIT_AUTHOR_EMAIL: person.EMAIL,
  GIT_COMMITTER_NAME: person.NAME,
  GIT_COMMITTER_EMAIL: person.EMAIL,
};
function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
const commit = () => {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'x');
  return git('rev-parse', 'HEAD');
};

describe('a commit', () => {
  test('is named by a revision; what is none is nothing', () => {
    expect(commitOf(root, 'HEAD')).toBeUndefined();
    const head = commit();
    git('tag', 'v1');
    expect(['HEAD', 'main', 'v1', head.slice(0, 8)].map((name) => commitOf(root, name))).toEqual(Array(4).fill(head));
    expect(['nowhere', '--all', '', 'HEAD^{tree}'].map((name) => commitOf(root, name))).toEqual(
      Array(4).fill(undefined),
    );
    expect(commitOf('/', 'HEAD')).toBeUndefined();
    expect(commitsOf(root, ['HEAD', 'nowhere', 'HEAD^1', 'v1'])).toEqual([head, undefined, undefined, head]);
    expect(commitsOf('/', ['HEAD'])).toEqual([undefined]);
  });

  test('has the texts that it had, also of a project in a folder of the repository', () => {
    put('project/a.txt', 'one\n');
    put('project/Übung 1.txt', 'zwei');
    put('project/empty.txt', '');
    const head = commit();
    put('project/a.txt', 'changed');
    const paths = ['a.txt', 'nothing.txt', 'Übung 1.txt', 'a\nb.txt', 'empty.txt'];
    expect([...textsAt(join(root, 'project'), head, paths)]).toEqual([
      ['a.txt', 'one\n'],
      ['Übung 1.txt', 'zwei'],
      ['empty.txt', ''],
    ]);
  });

  test('differs from the working tree in what was changed and removed, below one folder', () => {
    for (const path of ['en/same.txt', 'en/ä.txt', 'en/gone.txt', 'ko/a.txt']) put(path, 'one');
    const head = commit();
    for (const path of ['en/ä.txt', 'ko/a.txt']) put(path, 'two');
    rmSync(join(root, 'en/gone.txt'));
    expect(changedPaths(root, head, 'en')).toEqual(['en/gone.txt', 'en/ä.txt']);
  });

  test('starts no program that the repository names', () => {
    put('a.txt', 'one');
    const head = commit();
    put('monitor.sh', `#!/bin/sh\ntouch ${root}/started\n`);
    chmodSync(join(root, 'monitor.sh'), 0o755);
    git('config', 'core.fsmonitor', join(root, 'monitor.sh'));
    changedPaths(root, head, '.');
    expect(() => get('started')).toThrow();
  });
});

const languages = { source: 'de', target: 'en' };
const text = 'translations/en/a.txt';
const files = { path: text, reviewPath: `${text}.review.yaml` };

/** Two sentences far enough from each other for git to merge them. */
const review = (first: string, second: string) =>
  `source: source-de/a.txt\nsegments:\n${[
    ['Eins.', first],
    ['Mitte.', 'Middle.'],
    ['Zwei.', second],
  ]
    .map(([de, en]) => `  - de: |-\n      ${de}\n    en: |-\n      ${en}\n    state: reviewed\n`)
    .join('\n')}`;

/** Two branches, each with its own review file; `main` is checked out. */
function branches(ours: string, theirs: string): void {
  put(text, 'text');
  put(files.reviewPath, review('One.', 'Two.'));
  commit();
  git('checkout', '-q', '-b', 'other');
  put(files.reviewPath, theirs);
  commit();
  git('checkout', '-q', 'main');
  put(files.reviewPath, ours);
  commit();
}

const settings = { ...defaults, targets: ['en', 'ko'] };
const merge = () => readMergeSides(root, settings)?.(files, languages);
const sides = () => merge()?.sides.map(({ entries }) => entries.map(({ target }) => target).join(' '));

describe('the sides of a merge', () => {
  test('none in a folder without git, before the first commit, and where nothing was merged', () => {
    expect(sides()).toBeUndefined();
    branches(review('Ours.', 'Two.'), review('One.', 'Theirs.'));
    expect(sides()).toBeUndefined();
    rmSync(join(root, '.git'), { recursive: true });
    expect(sides()).toBeUndefined();
  });

  test('of one that is committed, with the translated file as it was committed', () => {
    branches(review('Ours.', 'Two.'), review('One.', 'Theirs.'));
    git('merge', '-q', '--no-edit', 'other');
    expect(get(files.reviewPath)).toBe(review('Ours.', 'Theirs.'));
    expect(sides()).toEqual(['Ours. Middle. Two.', 'One. Middle. Theirs.']);
    put(text, 'edited');
    expect(merge()?.committed).toBe('text');
    commit();
    expect(sides()).toBeUndefined();
  });

  test('of one that is under way, conflict or not', () => {
    branches(review('Ours.', 'Two.'), review('Theirs.', 'Two.'));
    expect(() => git('merge', '-q', '--no-edit', 'other')).toThrow();
    expect(sides()).toEqual(['Ours. Middle. Two.', 'Theirs. Middle. Two.']);
    expect(merge()?.committed).toBeUndefined();
  });

  test('none of a file that only one branch changed, and none of a review file that cannot be read', () => {
    branches(review('One.', 'Two.'), review('One.', 'Theirs.'));
    git('merge', '-q', '--no-ff', '--no-edit', 'other');
    expect(sides()).toBeUndefined();
  });
});

test('reviewed pairs of the last commit come from review files that differ from it', () => {
  put(files.reviewPath, review('One.', 'Two.'));
  put('translations/en/same.txt.review.yaml', review('Same.', 'Two.'));
  expect(readHead(root, settings)(languages)).toEqual([]);
  commit();
  expect(readHead(root, settings)(languages)).toEqual([]);
  rmSync(join(root, files.reviewPath));
  expect(readHead(root, settings)(languages).map(({ target }) => target)).toEqual(['One.', 'Middle.', 'Two.']);
});
