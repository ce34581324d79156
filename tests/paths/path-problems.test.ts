import { expect, test } from 'vitest';
import { claimsOf, pathProblems, sharedPath } from '../../src/paths/path-problems.ts';
import { foldedPath, isOutputPlace, unstorableName } from '../../src/paths/safe-path.ts';
import { defaults } from '../../src/settings.ts';

const folders = { ...defaults, targets: ['en'] };
const beside = { ...folders, include: ['**'], target: '{dir}/{name}.{lang}.{ext}' };
const flat = { ...folders, include: ['**'], target: 'out/{lang}/{name}.{ext}' };

test.each([
  ['different names', folders, ['source-de/a.txt', 'source-de/b.txt'], {}],
  [
    'case',
    folders,
    ['source-de/a.txt', 'source-de/A.txt', 'source-de/b.txt'],
    { 'source-de/a.txt': 'file.twin', 'source-de/A.txt': 'file.twin' },
  ],
  [
    'case of a folder',
    folders,
    ['source-de/x/a.txt', 'source-de/X/a.txt'],
    { 'source-de/x/a.txt': 'file.twin', 'source-de/X/a.txt': 'file.twin' },
  ],
  [
    'accents',
    folders,
    ['source-de/\u00e4.txt', 'source-de/a\u0308.txt'],
    { 'source-de/\u00e4.txt': 'file.twin', 'source-de/a\u0308.txt': 'file.twin' },
  ],
  ['ß and ss are two', folders, ['source-de/stra\u00dfe.txt', 'source-de/strasse.txt'], {}],
  [
    'translations of two folders',
    flat,
    ['a/x.txt', 'b/X.txt'],
    { 'a/x.txt': 'file.twin.output', 'b/X.txt': 'file.twin.output' },
  ],
  [
    'a translation and an original',
    beside,
    ['x.txt', 'x.EN.txt'],
    { 'x.txt': 'file.twin.output', 'x.EN.txt': 'file.twin.output' },
  ],
  [
    'a device',
    folders,
    ['source-de/aux.txt', 'source-de/auxiliary.txt'],
    { 'source-de/aux.txt': 'file.name.reserved' },
  ],
  ['a package', folders, ['source-de/package.json'], { 'source-de/package.json': 'file.output' }],
  ['among the originals', { ...beside, include: undefined }, ['source-de/a.txt'], { 'source-de/a.txt': 'file.output' }],
])('%s', (_, settings, sources, expected) => {
  const problems = pathProblems(claimsOf(sources, settings));
  expect(Object.fromEntries(problems.map(({ source, message }) => [source, message.id]))).toEqual(expected);
});

test.each([
  ['a folder less', flat, ['a/x.txt', 'b/x.txt'], 'out/en/x.txt'],
  ['a language less', beside, ['x.de.txt', 'x.txt'], 'x.en.txt'],
  ['two folders in front', { ...folders, include: ['a/**', 'b/**'] }, ['a/x.txt', 'b/x.txt'], 'translations/en/x.txt'],
  ['only review files', { ...beside, reviews: 'r/{lang}/{name}' }, ['a/x.txt', 'b/x.txt'], 'r/en/x.review.yaml'],
])('one path for two documents: %s', (_, settings, sources, path) => {
  expect(sharedPath(claimsOf(sources, settings))).toEqual({ path, sources });
});

test('case alone is no shared path', () => {
  expect(sharedPath(claimsOf(['a/x.txt', 'b/X.txt'], flat))).toBeUndefined();
});

test.each([
  ['a/CON/x', 'CON'],
  ['nul.txt', 'nul.txt'],
  ['Com1.tar.gz', 'Com1.tar.gz'],
  ['lpt\u00b3', 'lpt\u00b3'],
  ['conin$', 'conin$'],
  ['a./x', 'a.'],
  ['a/x ', 'x '],
  ['con .txt', 'con .txt'],
  ['console.txt', undefined],
  ['com10', undefined],
  ['a.b/c d', undefined],
])('Windows stores not %j: %j', (path, name) => {
  expect(unstorableName(path)).toBe(name);
});

test.each([
  ['\u03a3\u03c3\u03c2', '\u03c3\u03c3\u03c3'],
  ['\u00c4', '\u00e4'],
  ['A\u0308', '\u00e4'],
  ['K\u212a', 'kk'],
])('%s is %s where case and form do not count', (path, folded) => {
  expect(foldedPath(path)).toBe(folded);
});

test.each([
  ['translations/en/a.txt', true],
  ['source-code/en/a.txt', true],
  ['source-de.txt', true],
  ['docs/wordferry.yaml', true],
  ['Wordferry.yaml', false],
  ['glossary.yaml', false],
  ['..', false],
  ['a/b\u0007', false],
])('%s may be written: %s', (path, expected) => {
  expect(isOutputPlace(path)).toBe(expected);
});
