import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDocuments } from '../../src/run/write-documents.ts';
import { createFolder, type Folder } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
});
afterEach(() => remove());

type Written = Parameters<typeof writeDocuments>[1][number];

/** What writing needs to know of a document with a pair that leaves it, or with none. */
function written(name: string, left: Written['left']): Written {
  const [source, path] = [`source-de/${name}.txt`, `translations/en/${name}.txt`];
  put(source, 'Quelle');
  return {
    document: { path: source, text: 'Quelle' },
    languages: { source: 'de', target: 'en' },
    files: { path },
    changes: [{ path, after: 'new' }],
    left,
  } as unknown as Written;
}

const pair = { source: 'Der Hund.', target: 'The dog.', path: 'source-de/a.txt', before: '', after: '' };

test('a pair that the memory cannot keep stays in its file; the other documents are written', () => {
  mkdirSync(join(root, '.wordferry/memory.jsonl'), { recursive: true });
  const [a, b] = [written('a', [pair]), written('b', [])];
  expect(writeDocuments(root, [a, b])).toMatchObject([
    { message: { id: 'file.irregular' }, place: { file: '.wordferry/memory.jsonl' }, status: 1, files: a.files },
  ]);
  expect(() => get('translations/en/a.txt')).toThrow('ENOENT');
  expect(get('translations/en/b.txt')).toBe('new');
});
