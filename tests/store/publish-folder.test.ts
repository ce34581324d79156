import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createManifest, hashOf } from '../../src/pipeline/publish/manifest.ts';
import { type Release, releaseOf } from '../../src/pipeline/publish/release.ts';
import { defaults } from '../../src/settings.ts';
import { checkOutputFolder } from '../../src/store/output-folder.ts';
import { readPublished, swapFolder } from '../../src/store/publish-folder.ts';
import { createFolder, type Folder, refusal } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
let folder: string;
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
  folder = join(root, 'public');
});
afterEach(() => remove());

/** A release of one document with this text. */
function files(text: string): Release['files'] {
  const document = {
    source: 'source-de/a.txt',
    language: 'en',
    path: 'en/a.txt',
    sourceHash: hashOf('Quelle'),
    targetHash: hashOf(text),
    states: { reviewed: 1 },
  };
  const manifest = JSON.stringify(createManifest([document], []));
  return new Map([
    ['en/a.txt', { text, hash: hashOf(text) }],
    ['manifest.json', { text: manifest, hash: hashOf(manifest) }],
  ]);
}

/** A run in which no document goes out: what is published stays, with what people put there. */
function publishNothing() {
  const project = {
    settings: { ...defaults, targets: ['en'] },
    sources: [{ path: 'source-de/a.txt', text: '' }],
    problems: [],
  };
  const release = releaseOf([], readPublished(folder), { project, isPartial: false, folder: 'public' });
  swapFolder(folder, release.files);
  return release;
}

test('is there at every moment, old or new as a whole', async () => {
  swapFolder(folder, files('0'));
  const watcher = spawn(process.execPath, ['-e', watch, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [result] = [text(watcher.stdout)];
  await new Promise((begun) => watcher.stdout.once('data', begun));
  for (let turn = 1; turn <= 50; turn += 1) {
    swapFolder(folder, files(String(turn)));
    await new Promise((next) => setTimeout(next, 2));
  }
  watcher.kill('SIGTERM');
  expect(JSON.parse((await result).split('\n').at(-1) ?? '')).toEqual({ missing: 0 });
  expect(get('public/en/a.txt')).toBe('50');
  expect(readdirSync(root).filter((name) => name.startsWith('.public')).length).toBe(1);
});

test('takes the place of an empty folder', () => {
  mkdirSync(folder);
  expect(readPublished(folder).documents).toEqual([]);
  swapFolder(folder, files('1'));
  expect(get('public/en/a.txt')).toBe('1');
});

test('takes the place of a plain folder of ours: a download has no links', () => {
  swapFolder(folder, files('1'));
  cpSync(folder, join(root, 'download'), { recursive: true, dereference: true });
  rmSync(folder);
  renameSync(join(root, 'download'), folder);
  const { kept } = publishNothing();
  expect(kept.map(({ path }) => path)).toEqual(['en/a.txt']);
  expect(get('public/en/a.txt')).toBe('1');
  expect(readlinkSync(folder)).toMatch(/^\.public\.[0-9a-f]{12}$/);
  expect(existsSync(join(root, '.public.old'))).toBe(false);
});

test('a plain folder that a killed run had moved aside is not lost', () => {
  swapFolder(folder, files('1'));
  cpSync(folder, join(root, '.public.old'), { recursive: true, dereference: true });
  rmSync(folder);
  expect(publishNothing().kept.length).toBe(1);
  expect(get('public/en/a.txt')).toBe('1');
  expect(existsSync(join(root, '.public.old'))).toBe(false);
});

test.each<[string, () => void]>([
  ['a folder without a manifest', () => put('public/index.html', 'theirs')],
  ['the manifest of a web app', () => put('public/manifest.json', '{"name": "x"}')],
  ['a manifest that says generator and nothing else', () => put('public/manifest.json', '{"generator": "wordferry"}')],
  [
    'a manifest of another version',
    () => put('public/manifest.json', '{"generator": "wordferry", "version": 2, "documents": []}'),
  ],
  [
    'a manifest that lists no documents',
    () => put('public/manifest.json', '{"generator": "wordferry", "version": 1, "documents": [null]}'),
  ],
  ['a manifest that is no JSON', () => put('public/manifest.json', '{"generator": "wordferry",')],
  ['a manifest of bytes', () => put('public/manifest.json', Buffer.from([0, 255, 254]))],
  ['a manifest that is a folder', () => put('public/manifest.json/x')],
  ['a file', () => put('public', 'theirs')],
  ['a link to a file', () => [put('theirs'), symlinkSync('theirs', folder)]],
  ['a link to a folder', () => [mkdirSync(join(root, 'theirs')), symlinkSync('theirs', folder)]],
])('refuses %s and leaves nothing beside it', (_, prepare) => {
  prepare();
  const before = readdirSync(root);
  expect(refusal(() => readPublished(folder))).toMatchObject({ text: { id: 'publish.foreign' }, status: 2 });
  expect(readdirSync(root)).toEqual(before);
});

test("people's own files stay, and no manifest lists them", () => {
  swapFolder(folder, files('1'));
  put('public/CNAME', 'example.org');
  put('public/.nojekyll');
  put('public/.git', 'gitdir: elsewhere');
  chmodSync(join(folder, 'CNAME'), 0o755);
  put('public/img/logo.png', Buffer.from([0x89, 0, 0xff]));
  symlinkSync('CNAME', join(folder, 'link'));
  const { manifest } = publishNothing();
  expect(manifest.documents.map(({ path }) => path)).toEqual(['en/a.txt']);
  expect([get('public/CNAME'), get('public/.nojekyll'), readlinkSync(join(folder, 'link'))]).toEqual([
    'example.org',
    '',
    'CNAME',
  ]);
  expect(readFileSync(join(folder, 'img/logo.png'))).toEqual(Buffer.from([0x89, 0, 0xff]));
  expect(get('public/.git')).toBe('gitdir: elsewhere');
  expect(statSync(join(folder, 'CNAME')).mode & 0o777).toBe(0o755);
  const generation = readlinkSync(folder);
  publishNothing();
  expect(readlinkSync(folder)).toBe(generation);
});

test('what a killed run had begun to build is taken away', () => {
  swapFolder(folder, files('1'));
  put('.public.new/en/a.txt', 'half');
  swapFolder(folder, files('1'));
  expect(existsSync(join(root, '.public.new'))).toBe(false);
});

test('a changed byte in a published file does not stay', () => {
  swapFolder(folder, files('1'));
  put('public/en/a.txt', 'JUNK');
  swapFolder(folder, files('1'));
  expect(get('public/en/a.txt')).toBe('1');
  expect(readdirSync(root).filter((name) => name.startsWith('.public')).length).toBe(1);
});

test('a changed file that cannot be made anew is reported and not published any longer', () => {
  swapFolder(folder, files('1'));
  put('public/en/a.txt', 'JUNK');
  const { problems, manifest } = publishNothing();
  expect(problems).toMatchObject([{ message: { id: 'publish.damaged' }, place: { file: 'public/en/a.txt' } }]);
  expect(manifest.removed).toEqual(['en/a.txt']);
  expect(existsSync(join(folder, 'en'))).toBe(false);
});

test.each<[string, string, boolean]>([
  ['public', '', true],
  ['site/content', '', true],
  ['../elsewhere/public', '', true],
  ['.', '', false],
  ['..', '', false],
  ['.git', '', false],
  ['docs/.git/x', '', false],
  ['../elsewhere/.git/x', '', false],
  ['.github/x', '', false],
  ['.wordferry/x', '', false],
  ['node_modules/x', '', false],
  ['source-de/x', '', false],
  ['translations/xx', '', false],
  ['link/content', '.git', false],
  ['link/xx', 'translations', false],
  ['link/deep/xx', 'translations', false],
  ['link/public', 'site', true],
  ['file/public', '', false],
])('--out %s, where link → %s: %s', (out, target, isAllowed) => {
  for (const path of ['.git', 'translations', 'site']) mkdirSync(join(root, path));
  put('file');
  if (target !== '') symlinkSync(target, join(root, 'link'));
  const check = () => checkOutputFolder(root, join(root, out));
  if (isAllowed) expect(check).not.toThrow();
  else expect(refusal(check)).toMatchObject({ text: { id: 'publish.folder' }, status: 2 });
});

/** Opens the folder again and again; counts the times that it was not there. */
const watch = `
  const fs = require('node:fs');
  let missing = 0;
  process.on('SIGTERM', () => { console.log(JSON.stringify({ missing })); process.exit(0); });
  console.log('begun');
  const look = () => {
    for (let i = 0; i < 200; i += 1) {
      try { fs.readdirSync(process.argv[1]); } catch (error) { missing += 1; }
    }
    setImmediate(look);
  };
  look();
`;

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += chunk;
  return all.trim();
}
