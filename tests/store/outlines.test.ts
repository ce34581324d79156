import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Finished, keepOutlines, readOutline } from '../../src/store/outlines.ts';
import { sourceBefore } from '../../src/store/source-before.ts';

const folders: string[] = [];

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'wordferry-outlines-'));
  folders.push(root);
  return root;
}

afterEach(() => {
  for (const root of folders.splice(0)) rmSync(root, { recursive: true, force: true });
});

const outline = { units: ['a1b2c3d4'], gaps: ['', '```js'], rests: [''] };
const finished = (more: Partial<Finished>): Finished => ({
  path: 'translations/en/a.md',
  source: 'Ja.',
  isWritten: false,
  hasOwn: false,
  outline: () => outline,
  ...more,
});
const path = 'translations/en/a.md';

test.each([
  ['a file that was written', [{ isWritten: true }], outline],
  ['one that has something of its own', [{ hasOwn: true }], outline],
  ['one that is as it was', [{}], undefined],
  [
    'a source that changed since',
    [{ isWritten: true, outline: () => ({ units: [], gaps: [], rests: [] }) }, { source: 'Nein.' }],
    outline,
  ],
  ['a source that did not', [{ isWritten: true }, { outline: () => ({ units: [], gaps: [], rests: [] }) }], outline],
])('%s', (_, runs, expected) => {
  const root = folder();
  for (const run of runs) keepOutlines(root, [finished(run)]);
  expect(readOutline(root, path)).toEqual(expected);
});

test.each(['{', 'null', '[]', '{"units":[1],"gaps":[],"rests":[]}', '{"units":"a","gaps":[],"rests":[]}'])(
  'what no run wrote is none: %s',
  (text) => {
    const root = folder();
    keepOutlines(root, [finished({ isWritten: true })]);
    const place = join(root, '.wordferry/outlines');
    for (const name of readdirSync(place)) writeFileSync(join(place, name), text);
    expect(readOutline(root, path)).toBeUndefined();
    keepOutlines(root, [finished({ isWritten: true })]);
    expect(readOutline(root, path)).toEqual(outline);
  },
);

/** A repository with three versions of a source; the translation was committed with the second. */
function repository(): string {
  const root = folder();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
  git('init', '-q');
  mkdirSync(join(root, 'source-de'));
  mkdirSync(join(root, 'translations/en'), { recursive: true });
  for (const version of ['Eins.', 'Zwei.', 'Drei.']) {
    writeFileSync(join(root, 'source-de/a.md'), version);
    if (version === 'Zwei.') writeFileSync(join(root, path), 'Two.');
    git('add', '-A');
    git('commit', '-qm', version);
  }
  return root;
}

const files = { source: 'source-de/a.md', language: 'en', path, reviewPath: `${path}.review.yaml` };

test('git knows all versions, and the one that stood there with the translation', () => {
  const root = repository();
  const { texts = [], translated } = sourceBefore(root, files).committed() ?? {};
  expect([...new Set(texts)].toSorted()).toEqual(['Drei.', 'Eins.', 'Zwei.']);
  expect(translated).toBe('Zwei.');
});

test('a shallow clone knows what it has, and not what the translation was made from', () => {
  const root = folder();
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository()}`, root], { stdio: 'ignore' });
  expect(sourceBefore(root, files).committed()).toEqual({ texts: ['Drei.'], translated: undefined });
});

test('where git has nothing, nothing is known', () => {
  expect(sourceBefore(folder(), files).committed()).toBeUndefined();
  expect(sourceBefore(repository(), { ...files, source: 'source-de/b.md' }).committed()).toBeUndefined();
});
