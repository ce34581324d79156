import { expect, test } from 'vitest';
import { createMemory, findSimilar, type MemoryEntry } from '../../src/memory/index.ts';

const entry = (source: string, more: Partial<MemoryEntry> = {}): MemoryEntry => ({
  source,
  target: `Target of ${source}`,
  before: '',
  after: '',
  path: 'source-de/a.txt',
  ...more,
});

const memory = createMemory({
  tree: [
    entry('Die Region Kursk blieb am Montag ruhig.'),
    entry('Die Region Kursk blieb am Dienstag ruhig.', { path: 'source-de/embargo/b.txt' }),
    entry('Der Hund schläft.'),
    entry('Der Sprecher wollte sich dazu nicht äußern.', { draft: true }),
  ],
});

test.each([
  ['one word differs', 'Die Region Kursk blieb am Mittwoch ruhig.', 'Die Region Kursk blieb am Montag ruhig.'],
  ['the same but for case', 'der hund schläft.', 'Der Hund schläft.'],
  ['too little in common', 'Der Minister trat am Montag zurück.', undefined],
  ['nothing in common', 'Guten Tag!', undefined],
  ['nobody accepted it', 'Der Sprecher wollte sich dazu nicht äußern!', undefined],
  ['no words', '12.', undefined],
])('%s: %s', (_, source, expected) => {
  expect(findSimilar(memory, { source, path: 'source-de/a.txt' }, () => true)?.source).toBe(expected);
});

test('what is not allowed is not found', () => {
  const source = 'Die Region Kursk blieb am Dienstag abend ruhig.';
  expect(findSimilar(memory, { source, path: 'source-de/a.txt' }, () => true)?.source).toContain('Dienstag');
  expect(
    findSimilar(memory, { source, path: 'source-de/a.txt' }, ({ path }) => !path.includes('embargo'))?.source,
  ).toContain('Montag');
});
