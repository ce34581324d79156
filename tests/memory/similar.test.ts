import { expect, test } from 'vitest';
import { createMemory, findMatches, findSimilar, type MemoryEntry } from '../../src/memory/index.ts';

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

const matchesFor = (known: readonly MemoryEntry[], source: string, most = 9) =>
  findMatches(
    createMemory({ tree: known }),
    { source, path: 'source-de/m.txt' },
    { least: 60, most, isAllowed: () => true },
  );

test('the most similar comes first, of equals that of the same document, then the first in the order of paths', () => {
  const known = ['z', 'b', 'm', 'a'].map((name) => entry(`Der Hund ${name} bellt.`, { path: `source-de/${name}.txt` }));
  const found = matchesFor([...known, entry('Der Hund x bellt laut.')], 'Der Hund x bellt.');
  expect(found.map(({ pair, similarity }) => [pair.source, Math.floor(similarity)])).toEqual([
    ['Der Hund x bellt laut.', 83],
    ...['m', 'a', 'b', 'z'].map((name) => [`Der Hund ${name} bellt.`, 80]),
  ]);
});

test('a source counts once, and takes no other’s place', () => {
  const same = Array.from({ length: 50 }, (_, at) => entry('Der Hund bellt laut.', { path: `source-de/${at}.txt` }));
  const found = matchesFor([...same, entry('Der Hund bellt leise und laut.')], 'Der Hund bellt leise.', 2);
  expect(found.map(({ pair }) => pair.source)).toEqual(['Der Hund bellt laut.', 'Der Hund bellt leise und laut.']);
});

test('what nobody may see takes no other’s place', () => {
  const secret = Array.from({ length: 50 }, (_, at) =>
    entry(`Der Hund ${at} bellt.`, { path: 'source-de/embargo.txt' }),
  );
  const memory = createMemory({ tree: [...secret, entry('Der Hund bellt laut und lange.')] });
  const wanted = { least: 50, most: 1, isAllowed: ({ path }: MemoryEntry) => !path.includes('embargo') };
  const [found] = findMatches(memory, { source: 'Der Hund bellt.', path: '' }, wanted);
  expect(found?.pair.source).toBe('Der Hund bellt laut und lange.');
});

test('an inline code is one word, and equal only to the same code', () => {
  const codesOf = ({ source }: { readonly source: string }) =>
    [...source.matchAll(/`[^`]*`/g)].map(({ 0: code, index }) => ({ start: index, end: index + code.length }));
  const memory = createMemory({ tree: [entry('Der Befehl `npm run build` baut.')] }, codesOf);
  const similarityOf = (source: string) =>
    findMatches(memory, { source, path: '' }, { least: 0, most: 1, isAllowed: () => true })[0]?.similarity;
  expect(similarityOf('Der Befehl `npm run build` baut.')).toBe(100);
  expect(similarityOf('Der Befehl `npm ci` baut.')).toBe(80);
  expect(similarityOf('Der Befehl npm run build baut.')).toBeCloseTo(57.1, 1);
});
