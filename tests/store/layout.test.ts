import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaults } from '../../src/settings.ts';
import { findRoot, languagesOf, readLayout } from '../../src/store/layout.ts';
import { readSource, readSources, strangers } from '../../src/store/sources.ts';
import { cpuTime } from '../cpu-time.ts';
import { createFolder, type Folder, refusal } from './folder.ts';

let { root, put, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, remove } = createFolder());
});
afterEach(() => remove());

const folders = (...paths: readonly string[]) => {
  for (const path of paths) mkdirSync(join(root, path), { recursive: true });
};

describe('the layout', () => {
  test.each([
    [['source-de'], 'de', []],
    [['source-de', 'translations/ko', 'translations/en', 'translations/.git'], 'de', ['en', 'ko']],
    [['source-de', 'source-files', 'translations/pt-BR', 'translations/zh-Hant-TW'], 'de', ['pt-BR', 'zh-Hant-TW']],
    [['source-de-AT', 'translations/de'], 'de-AT', ['de']],
  ])('%j', (paths, source, targets) => {
    folders(...paths);
    expect(languagesOf(readLayout(root))).toEqual({ source, targets });
  });

  test.each([
    [['translations/en'], 'project.source'],
    [['source-de', 'source-en'], 'project.sources'],
    [['source-de', 'translations/Entwürfe'], 'project.target'],
    [['source-de', 'translations/drafts'], 'project.target'],
    [['source-de', 'translations/en_US'], 'project.target'],
    [['source-de', 'translations/en-abcd-abcd'], 'project.target'],
    [['source-de', 'translations/de'], 'project.target.source'],
  ])('%j: %s', (paths, id) => {
    folders(...paths);
    expect(refusal(() => languagesOf(readLayout(root)))).toMatchObject({ text: { id }, status: 2 });
  });

  test('a folder that is no language is named', () => {
    folders('source-de', 'translations/en', 'translations/Entwürfe');
    expect(refusal(() => languagesOf(readLayout(root)))).toMatchObject({
      place: { file: 'translations/Entwürfe' },
      hint: { id: 'project.target.hint' },
    });
  });

  test('a linked folder is no language', () => {
    folders('source-de', 'elsewhere', 'translations');
    symlinkSync('../elsewhere', join(root, 'translations/en'));
    expect(readLayout(root).targets).toEqual([]);
  });

  test('the root is the nearest folder with originals or settings', () => {
    folders('source-de/deep/down', 'inner/source-de');
    put('settings/wordferry.yaml', '');
    expect(findRoot(join(root, 'source-de/deep/down'))).toBe(root);
    expect(findRoot(join(root, 'inner'))).toBe(join(root, 'inner'));
    expect(findRoot(join(root, 'settings'))).toBe(join(root, 'settings'));
    expect(refusal(() => findRoot('/')).text.id).toBe('project.none');
  });
});

describe('originals', () => {
  const read = () => {
    const { sources, problems } = readSources(root, { ...defaults, targets: ['en'] });
    return {
      sources: sources.map(({ path }) => path),
      problems: problems.map(({ message, place, status }) => [message.id, place.file, status]),
    };
  };
  const named = (name: Buffer) => Buffer.concat([Buffer.from(`${root}/source-de/`), name]);

  test.each([
    ['not UTF-8', Buffer.from('b\xff.txt', 'latin1'), ['file.name.bytes', 'source-de/b\\xff.txt', 1]],
    ['two lines', Buffer.from('b\nc.txt'), ['file.name.control', 'source-de/b\\x0ac.txt', 1]],
    ['with an escape', Buffer.from('b\u001b[31mä.txt'), ['file.name.control', 'source-de/b\\x1b[31mä.txt', 1]],
  ])('a name that is %s is a problem of its file', (_, name, problem) => {
    put('source-de/a.txt', 'Ja.');
    writeFileSync(named(name), 'Nein.');
    expect(read()).toEqual({ sources: ['source-de/a.txt'], problems: [problem] });
  });

  test('so is a folder with such a name, and no file of unknown format', () => {
    put('source-de/a.txt', 'Ja.');
    mkdirSync(named(Buffer.from('f\xff', 'latin1')));
    writeFileSync(named(Buffer.from('p\xff.png', 'latin1')), '');
    expect(read()).toEqual({
      sources: ['source-de/a.txt'],
      problems: [['file.name.bytes', 'source-de/f\\xff', 1]],
    });
  });

  test('one that is gone since the folder was listed is not empty', () => {
    expect(readSource(root, 'source-de/gone.txt')).toMatchObject({
      text: { id: 'file.gone' },
      place: { file: 'source-de/gone.txt' },
      status: 1,
    });
  });

  test('links and files of unknown format are none', () => {
    put('source-de/a.txt', 'Ja.');
    put('source-de/a.png', '');
    symlinkSync('a.txt', join(root, 'source-de/link.txt'));
    expect(read()).toEqual({ sources: ['source-de/a.txt'], problems: [] });
  });

  test('those of include, without what exclude, git or hidden folders take out, are read', () => {
    const wanted = ['docs/a.txt', 'docs/b/c.txt', 'source-de/d.txt'];
    for (const path of [
      ...wanted,
      'x.txt',
      'docs/drafts/x.txt',
      'docs/build/x.txt',
      'docs/a.en.txt',
      'docs/.x/x.txt',
      'docs/node_modules/x.txt',
    ])
      put(path, 'Ja.');
    put('.gitignore', 'build/\n');
    symlinkSync('../docs', join(root, 'docs/b/docs'));
    const settings = {
      ...defaults,
      targets: ['en'],
      include: ['docs/**', 'source-de/**'],
      exclude: ['docs/drafts'],
      target: '{lang}/{dir}/{name}.{lang}.{ext}',
    };
    const beside = { ...settings, target: '{dir}/{name}.{lang}.{ext}', include: ['docs/**'] };
    expect(readSources(root, settings).sources.map(({ path }) => path)).toEqual(['docs/a.en.txt', ...wanted].sort());
    expect(readSources(root, beside).sources.map(({ path }) => path)).toEqual(wanted.slice(0, 2));
    expect(strangers(root, settings)).toEqual({ unknown: [], links: ['docs/b/docs'] });
  });

  test('twins are problems of both, and neither is read', () => {
    for (const path of ['source-de/a.txt', 'source-de/A.txt', 'source-de/b.txt', 'source-de/con.txt']) put(path, 'Ja.');
    expect(read()).toEqual({
      sources: ['source-de/b.txt'],
      problems: [
        ['file.twin', 'source-de/A.txt', 1],
        ['file.twin', 'source-de/a.txt', 1],
        ['file.name.reserved', 'source-de/con.txt', 1],
      ],
    });
  });

  test.each([
    ["include: ['{a,b}/**']\ntarget: out/{lang}/{path}\n", 2],
    ["# both\n\ninclude: ['{a,b}/**']\n", 3],
  ])('two documents of one path end the run: %j', (text, line) => {
    for (const path of ['a/x.txt', 'b/x.txt']) put(path, 'Ja.');
    put('wordferry.yaml', text);
    const target = text.includes('target') ? 'out/{lang}/{path}' : defaults.target;
    const settings = { ...defaults, targets: ['en'], include: ['{a,b}/**'], target };
    expect(refusal(() => readSources(root, settings))).toMatchObject({
      text: { id: 'settings.shared', values: { path: target.replace('{lang}', 'en').replace('{path}', 'x.txt') } },
      place: { file: 'wordferry.yaml', line, column: 1 },
      status: 2,
    });
  });

  test('3,000 files are found in the time of their folders', () => {
    for (let at = 0; at < 3000; at += 1) put(`docs/${at % 50}/${at}.txt`);
    put('.gitignore', '*.log\n/build/\nnode_modules/\n');
    const settings = {
      ...defaults,
      targets: ['en', 'ko'],
      include: ['docs/**/*.txt'],
      target: '{dir}/{name}.{lang}.{ext}',
    };
    const times = [1, 2, 3].map(() => cpuTime(() => strangers(root, settings)));
    // 30 ms when the code is warm and nobody else is there.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});
