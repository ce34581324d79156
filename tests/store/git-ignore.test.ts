import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGitIgnore } from '../../src/store/git-ignore.ts';
import { listFolder } from '../../src/store/listing.ts';
import { createFolder, type Folder } from './folder.ts';

let { root, put, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, remove } = createFolder());
});
afterEach(() => remove());

const listed = (folder = root) => listFolder(folder, '', createGitIgnore(folder)).paths;

/** What git would add, by git itself. */
function byGit(): readonly string[] {
  const env = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' });
  if (!existsSync(join(root, '.git'))) git('init', '-q');
  const paths = git('-c', 'core.quotePath=false', 'ls-files', '-z', '--others', '--exclude-per-directory=.gitignore');
  return paths
    .split('\0')
    .filter((path) => path !== '' && !path.split('/').some((name) => name.startsWith('.')))
    .sort();
}

const files = [
  'a.txt',
  'b.md',
  'a b.txt',
  'dir/a.txt',
  'dir/b.md',
  'dir/sub/a.txt',
  'dir/sub/x.log',
  'sub/a.txt',
  'ä.txt',
];

test.each([
  ['nothing', ''],
  ['names at any depth', '*.log\nsub/\n'],
  ['from the root', '/a.txt\n/dir/*.md\n'],
  ['folders only', 'a.txt/\ndir/\n'],
  ['all below, but', 'dir/*\n!dir/b.md\n'],
  ['an ignored folder is not looked into', 'dir/\n!dir/b.md\n'],
  ['two stars', '**/sub/**\n'],
  ['stars between', 'dir/**/a.txt\n'],
  ['comments, blanks and escapes', '# a.txt\n\n\\#x\na\\ b.txt\nb.md   \n'],
  ['classes', '[ab].*\n'],
  ['CRLF', 'a.txt\r\n*.md\r\n'],
  ['another case', 'A.TXT\n'],
  ['everything but', '*\n!*/\n!*.md\n'],
  ['accents', 'ä.txt\n'],
])('.gitignore, as git reads it: %s', (_, rules) => {
  for (const file of files) put(file);
  put('.gitignore', rules);
  const without = listed();
  expect(without).toEqual(byGit());
  expect(listed()).toEqual(without);
});

test('nearer files decide first', () => {
  for (const file of files) put(file);
  put('.gitignore', '*.txt\n/dir/sub/\n');
  put('dir/.gitignore', '!a.txt\nb.md\n');
  put('sub/.gitignore', '!*\n');
  expect(listed()).toEqual(['b.md', 'dir/a.txt', 'sub/a.txt']);
  expect(listed()).toEqual(byGit());
});

test('any rules, as git reads them', () => {
  const part = fc.constantFrom('*', '**', 'a.txt', 'dir', 'sub', '*.txt', 'a*', '?.md', '[a-c]*');
  const rule = fc
    .tuple(fc.constantFrom('', '!', '/'), fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
    .map(([start, parts, end]) => `${start}${parts.join('/')}${end}`);
  for (const file of files) put(file);
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), fc.array(rule, { maxLength: 2 }), (top, below) => {
      put('.gitignore', top.join('\n'));
      put('dir/.gitignore', below.join('\n'));
      expect(listed()).toEqual(byGit());
    }),
    { seed: 3, numRuns: 30 },
  );
});

test('a project in a folder of a repository has the rules above, unless all of it is ignored', () => {
  put('.git/HEAD', '');
  put('.gitignore', 'scratch/\n*.md\n');
  for (const folder of ['site', 'scratch/site']) for (const name of ['a.md', 'a.txt']) put(`${folder}/${name}`);
  expect(listed(join(root, 'site'))).toEqual(['a.txt']);
  expect(listed(join(root, 'scratch/site'))).toEqual(['a.md', 'a.txt']);
});

test('a link and bytes that are no text say nothing', () => {
  put('rules', '*\n');
  put('dir/a.txt');
  symlinkSync('rules', join(root, '.gitignore'));
  put('dir/.gitignore', new Uint8Array([0xff, 0x0a]));
  expect(listed()).toEqual(['dir/a.txt', 'rules']);
});

test('rules that somebody wrote to take for ever take no time', () => {
  put('.gitignore', `${'a*'.repeat(30)}b\n${'a/**/'.repeat(30)}b\n${'**/a/'.repeat(30)}b\n`);
  const isIgnored = createGitIgnore(root);
  const started = performance.now();
  expect([isIgnored('a'.repeat(250)), isIgnored(`${'a/'.repeat(400)}c`)]).toEqual([false, false]);
  expect(performance.now() - started).toBeLessThan(1000);
});
