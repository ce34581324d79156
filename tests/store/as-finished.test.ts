import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asFinished } from '../../src/store/as-finished.ts';
import { readProject } from '../../src/store/project.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wordferry-finished-'));
  put('source-de/a.txt', 'Neu.\n');
  put('translations/en/a.txt', 'new\n');
  put('translations/en/a.txt.review.yaml', review('old'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

const review = (target: string) =>
  `source: source-de/a.txt\nsegments:\n  - unit: paragraph\n    de: |-\n      Neu.\n    en: |-\n      ${target}\n    state: translated\n`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The text of the review file's only target, as a reader sees it. */
async function seen(): Promise<string | undefined> {
  const [files] = asFinished(root, await readProject(root)).translations;
  return files?.review !== undefined && 'entries' in files.review ? files.review.entries[0]?.target : undefined;
}

const pair = (before: string) => [
  { path: 'translations/en/a.txt', before: sha256('old\n'), after: 'new\n' },
  { path: 'translations/en/a.txt.review.yaml', before: sha256(before), after: review('new') },
];

test.each<[string, string | undefined, string]>([
  ['nothing is pending', undefined, 'old'],
  ['the review file is not written yet', JSON.stringify(pair(review('old'))), 'new'],
  ['a person changed it since', JSON.stringify(pair(review('older'))), 'old'],
  ['the list is cut off', '[{"path": "transl', 'old'],
  ['the list is none', '{"a": 1}', 'old'],
  [
    'the list has others',
    '[null, 1, {"path": "."}, {"path": ".", "after": ""}, {"path": "../x", "after": "x"}]',
    'old',
  ],
])('where %s', async (_, pending, expected) => {
  if (pending !== undefined) put('.wordferry/pending.json', pending);
  expect(await seen()).toBe(expected);
});
