import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaults } from '../../src/settings.ts';
import { findRoot, languagesOf, readLayout } from '../../src/store/layout.ts';
import { readSource, readSources } from '../../src/store/sources.ts';
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
});
