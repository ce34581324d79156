import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model.ts';
import { translationPaths } from '../../src/paths/translation-paths.ts';
import {
  finishTranslation,
  type Project,
  planTranslation,
  requestMap,
  type TranslatedDocument,
  type TranslationFiles,
} from '../../src/pipeline/index.ts';
import { defaults, type Settings } from '../../src/settings.ts';

const settings: Settings = {
  ...defaults,
  targets: ['en'],
  include: ['docs/**'],
  links: { '/de/': '/{lang}/' },
};

/** All else comes back as it is. */
const translations: Readonly<Record<string, string>> = {
  'Die Lage': 'The situation',
  'Die Quelle': 'The source',
  'Hallo.': 'Hello',
  'Ende.': 'The end',
};

type Sources = Readonly<Record<string, string>>;

/** After a run over all documents, or over those that are selected, `before` being what is on the disk. */
function translated(
  sources: Sources,
  isSelected: (files: TranslationFiles) => boolean = () => true,
  before: readonly TranslatedDocument[] = [],
): readonly TranslatedDocument[] {
  const files = Object.keys(sources).map((path): TranslationFiles => {
    const known = before.find(({ document }) => document.path === path);
    return { ...translationPaths(path, 'en', settings), text: known?.text, review: known?.review };
  });
  const project: Project = {
    settings,
    glossary: { entries: [] },
    sources: Object.entries(sources).map(([path, text]) => ({ path, text })),
    translations: files,
    earlier: {},
    problems: [],
  };
  const plan = planTranslation(project, { isSelected, routeOf: () => ['deepl'] });
  const textOf = (source: string) => translations[source] ?? source;
  const answers = plan.requests.map((each) => [each, { text: textOf(each.request.text), engine: 'deepl' }] as const);
  return finishTranslation(plan, requestMap(answers), settings);
}

const brokenIn = (documents: readonly TranslatedDocument[]) =>
  documents.flatMap(({ findings }) =>
    findings
      .filter(({ check }) => check === 'broken_anchor')
      .map(({ entry, target, message: { values = {} } }) => [
        entry.target.slice(target?.start, target?.end),
        values.anchor,
        values.path,
      ]),
  );

const page = '# Die Lage\n\n## Ort\n\n<a id="marke"></a>\n\n## Die Quelle {#quelle}\n';

describe('a link to an anchor that the translation does not have', () => {
  test.each<readonly [what: string, sources: Sources, broken: readonly (readonly string[])[]]>([
    ['in its own document', { 'a.md': `${page}\nSiehe [a](#die-lage).` }, [['#die-lage', 'die-lage', 'a.md']]],
    ['that it has', { 'a.md': `${page}\nSiehe [a](#ort), [b](#marke), [c](#quelle), [d](#), [e](#top).` }, []],
    ['that the source does not have either', { 'a.md': `${page}\nSiehe [a](#nichts).` }, []],
    [
      'beside it',
      { 'a.md': page, 'b/c.md': 'Siehe [a](../a.md?x#die-lage) und [b](../a.md#ort).' },
      [['../a.md?x#die-lage', 'die-lage', 'a.md']],
    ],
    [
      'of the site',
      { 'a/index.mdx': page, 'b.md': 'Siehe <a href="/de/a/#die-lage">dort</a>.' },
      [['/en/a/#die-lage', 'die-lage', 'a/index.mdx']],
    ],
    [
      'of nobody’s',
      { 'a.md': 'Siehe [a](x.md#y), [b](/x#y), [c](https://a.org/a#y), [d](//a/a#y), [e](mailto:a#b).' },
      [],
    ],
    [
      'by a reference',
      { 'a.md': `${page}\nSiehe [dort][X] und [x].\n\n[x]: #die-lage\n[x]: #ort\n` },
      [
        ['][X]', 'die-lage', 'a.md'],
        [']', 'die-lage', 'a.md'],
      ],
    ],
    ['with escapes', { 'a.md': `${page}\nSiehe [a](#die%2Dlage).` }, [['#die%2Dlage', 'die-lage', 'a.md']]],
    [
      'in HTML',
      { 'a.md': page, 'b.html': '<p id="x">Siehe <a href="#x">a</a> und <a href="a.md#die-lage">b</a>.</p>' },
      [['a.md#die-lage', 'die-lage', 'a.md']],
    ],
    ['in an image or in code', { 'a.md': `${page}\nSiehe ![a](#die-lage) und \`[a](#die-lage)\`.` }, []],
  ])('%s', (_, sources, broken) => {
    const below = Object.fromEntries(Object.entries(sources).map(([path, text]) => [`docs/${path}`, text]));
    const expected = broken.map(([link, anchor, path]) => [link, anchor, `translations/en/${path}`]);
    expect(brokenIn(translated(below))).toEqual(expected);
  });
});

const sources = { 'docs/a.md': page, 'docs/b.md': 'Hallo.\n\nSiehe [a](a.md#die-lage).\n\nEnde.' };
const isB = ({ source }: TranslationFiles) => source === 'docs/b.md';

test('of a document that the run is not about is looked for in its file, if there is one', () => {
  const before = translated(sources);
  expect(brokenIn(translated(sources, isB, before))).toEqual(brokenIn(before));
  expect(brokenIn(translated(sources, isB))).toEqual([]);
});

test('is not reported where it is ignored or nothing is translated yet', () => {
  const before = translated(sources);
  const withEntry = (change: Partial<Entry>) =>
    before.map((document) => ({
      ...document,
      review: { ...document.review, entries: document.review.entries.map((entry) => ({ ...entry, ...change })) },
    }));
  expect(brokenIn(translated(sources, undefined, withEntry({})))).toHaveLength(1);
  expect(brokenIn(translated(sources, undefined, withEntry({ ignore: ['broken_anchor'] })))).toEqual([]);
});

test('stands among the other findings in the order of the sentences', () => {
  const checks = translated(sources).flatMap(({ findings }) => findings.map(({ check }) => check));
  expect(checks).toEqual(['end_punctuation', 'broken_anchor', 'end_punctuation']);
});
