import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TranslatedDocument } from '../../src/pipeline/index.ts';
import { writeDocuments } from '../../src/run/write-documents.ts';

test('a document whose file changed since it was read is left alone, and said to be', () => {
  const root = mkdtempSync(join(tmpdir(), 'wordferry-write-'));
  try {
    for (const path of ['a.txt', 'b.txt']) writeFileSync(join(root, path), 'Ja.');
    const documents = ['a.txt', 'b.txt'].map((path) => ({
      document: { path, text: path === 'a.txt' ? 'Ja.' : 'Nein.' } as TranslatedDocument['document'],
      languages: { source: 'de', target: 'en' },
      files: { source: path, language: 'en', path: `en-${path}`, reviewPath: `en-${path}.review.yaml` },
      changes: [{ path: `en-${path}`, after: 'Yes.' }],
      left: [],
    }));
    const problems = writeDocuments(root, documents);
    expect(problems).toMatchObject([
      { message: { id: 'translate.meanwhile' }, place: { file: 'b.txt' }, status: 3, files: documents[1]?.files },
    ]);
    expect(readFileSync(join(root, 'en-a.txt'), 'utf8')).toBe('Yes.');
    expect(() => readFileSync(join(root, 'en-b.txt'))).toThrow();
  } finally {
    rmSync(root, { recursive: true });
  }
});
