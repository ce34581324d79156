import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSource,
  mayHoldSources,
  memoryFolder,
  type PathSettings,
  reviewFolder,
  reviewLanguage,
  translationLanguage,
  translationPaths,
} from '../../src/paths/translation-paths.ts';
import { defaults } from '../../src/settings.ts';

const settings = (more: Partial<PathSettings>): PathSettings => ({ ...defaults, targets: ['en', 'pt-BR'], ...more });

/** Where originals and their English versions stand in projects of each kind. */
const layouts: readonly (readonly [string, Partial<PathSettings>, Readonly<Record<string, string>>])[] = [
  ['folders', {}, { 'source-de/a/b.txt': 'translations/en/a/b.txt', 'source-de/ä.txt': 'translations/en/ä.txt' }],
  [
    'folders, some of their files',
    { include: ['source-de/**/*.md', 'docs/**'] },
    { 'source-de/a/b.md': 'translations/en/a/b.md', 'docs/a/b.md': 'translations/en/a/b.md' },
  ],
  [
    'Docusaurus',
    { include: ['docs/**/*.md'], target: 'i18n/{lang}/docusaurus-plugin-content-docs/current/{path}' },
    {
      'docs/index.md': 'i18n/en/docusaurus-plugin-content-docs/current/index.md',
      'docs/a/b.md': 'i18n/en/docusaurus-plugin-content-docs/current/a/b.md',
    },
  ],
  [
    'Hugo by folder',
    { include: ['content/de/**'], target: 'content/{lang}/{path}' },
    { 'content/de/post/x.md': 'content/en/post/x.md' },
  ],
  [
    'Hugo by file name',
    { include: ['content/**'], target: '{dir}/{name}.{lang}.{ext}' },
    {
      'content/post/x.de.md': 'content/post/x.en.md',
      'content/post/y.md': 'content/post/y.en.md',
      'content/post/v1.2.md': 'content/post/v1.2.en.md',
      'content/de.md': 'content/de.en.md',
    },
  ],
  [
    'VitePress',
    { include: ['**/*.md'], exclude: ['README.md'], target: '{lang}/{path}' },
    { 'index.md': 'en/index.md', 'guide/x.md': 'en/guide/x.md' },
  ],
  [
    'Starlight',
    { include: ['src/content/docs/de/**'], target: 'src/content/docs/{lang}/{path}' },
    { 'src/content/docs/de/guide/x.mdx': 'src/content/docs/en/guide/x.mdx' },
  ],
  [
    'Starlight, German at the root',
    { include: ['src/content/docs/**'], target: 'src/content/docs/{lang}/{path}' },
    { 'src/content/docs/guide/x.mdx': 'src/content/docs/en/guide/x.mdx' },
  ],
  [
    'catalogs',
    { include: ['locales/de.json'], target: 'locales/{lang}.json' },
    { 'locales/de.json': 'locales/en.json' },
  ],
  [
    'other signs between name and language',
    { include: ['i18n/*.txt'], target: '{dir}/{name}_{lang}.{ext}' },
    { 'i18n/messages_de.txt': 'i18n/messages_en.txt', 'i18n/x.de.txt': 'i18n/x.de_en.txt' },
  ],
  [
    'several folders',
    { include: ['{docs,blog}/**/*.md', 'de/**'], target: 'out/{lang}/{dir}/{name}.html' },
    { 'docs/a/b.md': 'out/en/docs/a/b.html', 'blog/c.md': 'out/en/blog/c.html', 'de/x.md': 'out/en/de/x.html' },
  ],
  [
    'names with signs',
    { include: ['src/(de)/+*.md', 'a[[]b]/**'], target: '{lang}/{path}' },
    { 'src/(de)/+page.md': 'en/+page.md', 'a[b]/x.md': 'en/x.md' },
  ],
];

describe.each(layouts)('%s', (_, layout, files) => {
  const own = settings(layout);

  test.each(Object.entries(files))('%s → %s', (source, path) => {
    expect(translationPaths(source, 'en', own)).toEqual({
      source,
      language: 'en',
      path,
      reviewPath: `${path}.review.yaml`,
    });
    expect(isSource(source, own)).toBe(true);
    for (let folder = source; folder.includes('/'); ) {
      folder = folder.slice(0, folder.lastIndexOf('/'));
      expect(mayHoldSources(folder, own), folder).toBe(true);
    }
  });

  test.each(Object.values(files))('%s is English, and no original', (path) => {
    expect(translationLanguage(path, own)).toBe('en');
    expect(isSource(path, own)).toBe(false);
    expect(isSource(`${path}.review.yaml`, own)).toBe(false);
    expect(reviewLanguage(`${path}.review.yaml`, own)).toBe('en');
    expect(path.startsWith(reviewFolder(own))).toBe(true);
  });

  test('any document and language: the path of a translation says its language', () => {
    const names = fc.array(fc.stringMatching(/^[a-zäö.-]{1,6}$/), { minLength: 1, maxLength: 3 });
    const folders = Object.keys(files).map((file) => file.slice(0, file.lastIndexOf('/') + 1));
    fc.assert(
      fc.property(names, fc.constantFrom(...folders), fc.constantFrom(...own.targets), (name, folder, language) => {
        const { path, reviewPath } = translationPaths(`${folder}${name.join('/')}.md`, language, own);
        expect([translationLanguage(path, own), reviewLanguage(reviewPath, own)]).toEqual([language, language]);
        expect([isSource(path, own), isSource(reviewPath, own)]).toEqual([false, false]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

test.each([
  ['README.md', false],
  ['readme.md', true],
  ['a/README.md', true],
  ['.vitepress/x.md', false],
  ['a/.x.md', false],
  ['a.png', false],
  ['fr/a.md', true],
  ['en', false],
])('VitePress: %s is an original: %s', (path, expected) => {
  expect(isSource(path, settings({ include: ['**/*.md'], exclude: ['README.md'], target: '{lang}/{path}' }))).toBe(
    expected,
  );
});

test.each([
  ['drafts', 'docs/drafts/', false],
  ['docs/drafts', 'docs/drafts/', false],
  ['docs/drafts/', 'docs/drafts/', false],
  ['docs/drafts/**', 'docs/drafts/', false],
  ['**/drafts', 'docs/drafts/', false],
  ['docs/*.md', 'docs/drafts/', true],
  ['docs/{drafts,x}', 'docs/drafts/', false],
])('exclude %s: %s may hold originals: %s', (glob, folder, expected) => {
  const own = settings({ include: ['docs/**'], exclude: [glob], target: 'i18n/{lang}/{path}' });
  expect(mayHoldSources(folder.slice(0, -1), own)).toBe(glob === 'drafts' ? true : expected);
});

test('wordferry’s own files are no originals, whatever include says', () => {
  const own = settings({ include: ['**'], target: '{lang}/{path}' });
  expect(
    ['wordferry.yaml', 'glossary.yaml', 'x.review.yaml', 'docs/glossary.yaml'].map((path) => isSource(path, own)),
  ).toEqual([false, false, false, true]);
});

test('a name is the same in either form of its accents, and stays as it is stored', () => {
  const own = settings({ include: ['B\u00fccher/**/*.txt'], target: 'out/{lang}/{path}' });
  const source = 'Bu\u0308cher/u\u0308ber/a\u0308.txt';
  expect(isSource(source, own)).toBe(true);
  expect(mayHoldSources('Bu\u0308cher', own)).toBe(true);
  expect(translationPaths(source, 'en', own).path).toBe('out/en/u\u0308ber/a\u0308.txt');
});

test('a review file elsewhere, also of a language that is no target any more', () => {
  const own = settings({
    include: ['content/**'],
    target: '{dir}/{name}.{lang}.{ext}',
    reviews: 'reviews/{lang}/{path}',
  });
  const { path, reviewPath } = translationPaths('content/a/x.de.md', 'pt-BR', own);
  expect([path, reviewPath]).toEqual(['content/a/x.pt-BR.md', 'reviews/pt-BR/a/x.de.md.review.yaml']);
  expect(reviewLanguage('reviews/fr/a/x.md.review.yaml', own)).toBe('fr');
  expect(reviewLanguage('reviews/Fr/a/x.md.review.yaml', own)).toBeUndefined();
  expect(translationLanguage('reviews/fr/a/x.md.review.yaml', own)).toBeUndefined();
  expect(reviewFolder(own)).toBe('reviews');
});

test('time grows with a path’s length, whatever globs and names say', () => {
  const own = settings({
    include: ['a*a*a*a*a*a*a*a*b', `${'**/a/'.repeat(20)}b`],
    target: '{dir}/{name}.{lang}.{ext}',
  });
  const started = performance.now();
  expect([isSource('a'.repeat(250), own), isSource(`${'a/'.repeat(1000)}c`, own)]).toEqual([false, false]);
  expect(translationLanguage(`${'a.'.repeat(1000)}${'/a'.repeat(1000)}`, own)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each<[Partial<PathSettings>, string]>([
  [{}, 'translations/pt-BR'],
  [{ target: 'i18n/{lang}/docs/{path}' }, 'i18n/pt-BR'],
  [{ target: 'i18n/{lang}/docs/{path}', reviews: 'reviews/{lang}/{path}' }, 'reviews/pt-BR'],
  [{ target: '{lang}/{path}' }, 'pt-BR'],
  [{ target: '{dir}/{name}.{lang}.{ext}' }, 'translations/pt-BR'],
  [{ target: 'i18n/{path}.{lang}' }, 'translations/pt-BR'],
  [{ target: '{dir}/{lang}/{name}.{ext}' }, 'translations/pt-BR'],
])('where TMX files of a project with %j stand', (more, folder) => {
  expect(memoryFolder('pt-BR', settings(more))).toBe(folder);
});
