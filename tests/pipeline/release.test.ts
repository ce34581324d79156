import { describe, expect, test } from 'vitest';
import type { TranslatedDocument } from '../../src/pipeline/index.ts';
import { createManifest, hashOf, type PublishedDocument, readManifest } from '../../src/pipeline/publish/manifest.ts';
import { type Decision, decide } from '../../src/pipeline/publish/publish.ts';
import { type Published, type ReleaseScope, releaseOf } from '../../src/pipeline/publish/release.ts';
import { acceptAll, createDisk, type Disk, deepl, projectOf, run, sourcePath } from '../laws/disk.ts';

/** Two documents in two languages; all sentences of `a.txt` are accepted, none of `b.txt`. */
async function begun(): Promise<{ readonly disk: Disk; readonly documents: readonly TranslatedDocument[] }> {
  const { disk } = await run(createDisk({ 'a.txt': 'Eins.\n', 'b.txt': 'Zwei.\n' }, {}, ['en', 'fr']), deepl);
  return run(['en', 'fr'].reduce((each, language) => acceptAll(each, 'a.txt', language), disk));
}

const { disk, documents } = await begun();
const decisions = documents.map((document) => decide(document, disk.settings, undefined));
const all: ReleaseScope = { project: projectOf(disk), isPartial: false, folder: 'public' };

function published(path: string, text: string): PublishedDocument {
  const [language = '', name = ''] = path.split('/');
  return { source: sourcePath(name), language, path, sourceHash: hashOf(''), targetHash: hashOf(text), states: {} };
}

/** A published folder: what the manifest lists, and what people put there or made of it. */
function folder(texts: Readonly<Record<string, string>>, own: Readonly<Record<string, string>> = {}): Published {
  const hashes = Object.entries({ 'manifest.json': '', ...texts, ...own }).map(
    ([path, text]) => [path, hashOf(text)] as const,
  );
  return { documents: Object.entries(texts).map(([path, text]) => published(path, text)), hashes: new Map(hashes) };
}

const nothing: Published = { documents: [], hashes: new Map() };

/** What becomes of a folder, as a person would tell it. */
function told(before: Published, scope: ReleaseScope = all, chosen: readonly Decision[] = decisions) {
  const { manifest, files, kept, problems, released } = releaseOf(chosen, before, scope);
  return {
    released: released.map(({ document }) => document.files.path),
    kept: kept.map(({ path }) => path),
    added: manifest.added,
    removed: manifest.removed,
    files: [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    problems: problems.map(({ message, place }) => `${place.file} ${message.id}`),
  };
}

const both = ['translations/en/a.txt', 'translations/fr/a.txt'];
const fresh = {
  released: both,
  kept: [],
  added: ['en/a.txt', 'fr/a.txt'],
  removed: [],
  files: ['en/a.txt', 'fr/a.txt'],
  problems: [],
};
const withoutKorean = (project: ReleaseScope['project']) => ({
  ...project,
  settings: { ...project.settings, targets: ['en'] },
});
const englishOnly = decisions.filter(({ language }) => language === 'en');

describe('what becomes of a published folder', () => {
  test('there was none', () => {
    expect(told(nothing)).toEqual(fresh);
  });

  test('a refused document keeps what was published last', () => {
    expect(told(folder({ 'en/b.txt': 'old' }))).toEqual({
      ...fresh,
      kept: ['en/b.txt'],
      files: ['en/a.txt', 'en/b.txt', 'fr/a.txt'],
    });
  });

  test('a document without a source is removed', () => {
    expect(told(folder({ 'en/gone.txt': 'old' }))).toEqual({ ...fresh, removed: ['en/gone.txt'] });
  });

  test('one whose source cannot be read stays', () => {
    const problem = { message: { id: 'file.utf8' }, place: { file: sourcePath('c.txt') }, status: 1 } as const;
    const scope = { ...all, project: { ...all.project, problems: [problem] } };
    expect(told(folder({ 'en/c.txt': 'old' }), scope).kept).toEqual(['en/c.txt']);
  });

  test('a language that is no target any more is removed', () => {
    const scope = { ...all, project: withoutKorean(all.project) };
    expect(told(folder({ 'en/a.txt': 'old', 'fr/a.txt': 'old', 'fr/b.txt': 'old' }), scope, englishOnly)).toEqual({
      ...fresh,
      released: [both[0]],
      added: [],
      removed: ['fr/a.txt', 'fr/b.txt'],
      files: ['en/a.txt'],
    });
  });

  test('where only some documents were looked at, all else stays', () => {
    const scope = { project: withoutKorean(all.project), isPartial: true, folder: 'public' };
    expect(told(folder({ 'fr/a.txt': 'old', 'en/gone.txt': 'old' }), scope, englishOnly)).toMatchObject({
      kept: ['fr/a.txt', 'en/gone.txt'],
      removed: [],
    });
  });

  test('where only some documents were looked at, a changed file of another one is taken over as it stands', () => {
    const changed = { ...folder({ 'fr/a.txt': 'old' }), hashes: new Map([['fr/a.txt', 'changed']]) };
    const scope = { ...all, isPartial: true };
    const release = releaseOf(englishOnly, changed, scope);
    expect(release.problems).toEqual([]);
    expect(release.files.get('fr/a.txt')).toEqual({ hash: 'changed' });
    expect(releaseOf(englishOnly, changed, all).problems).toHaveLength(1);
  });

  test("people's own files stay", () => {
    expect(told(folder({}, { CNAME: 'example.org', 'en/logo.png': 'png' })).files).toEqual([
      'CNAME',
      'en/a.txt',
      'en/logo.png',
      'fr/a.txt',
    ]);
  });

  test.each([
    ['a file', 'en/a.txt'],
    ['a file in the place of its folder', 'en'],
    ['a folder', 'en/a.txt/index.html'],
  ])('no document takes the place of %s of theirs', (_, path) => {
    expect(told(folder({}, { [path]: 'theirs' }))).toEqual({
      ...fresh,
      released: [both[1]],
      added: ['fr/a.txt'],
      files: [path, 'fr/a.txt'].sort(),
      problems: ['public/en/a.txt publish.taken'],
    });
  });

  test('a changed file is made anew where its document goes out', () => {
    const { files } = releaseOf(decisions, folder({ 'en/a.txt': 'old' }, { 'en/a.txt': 'JUNK' }), all);
    expect(files.get('en/a.txt')?.text).toBe(decisions[0]?.text);
  });

  test('a changed file of a refused document does not stay', () => {
    expect(told(folder({ 'en/b.txt': 'old' }, { 'en/b.txt': 'JUNK' }))).toEqual({
      ...fresh,
      removed: ['en/b.txt'],
      problems: ['public/en/b.txt publish.damaged'],
    });
  });

  test('one that somebody removed is gone', () => {
    const before = folder({ 'en/b.txt': 'old' });
    const hashes = new Map([...before.hashes].filter(([path]) => path !== 'en/b.txt'));
    expect(told({ ...before, hashes })).toEqual({ ...fresh, removed: ['en/b.txt'] });
  });
});

describe('the manifest', () => {
  const [one, two] = [published('en/a.txt', '1'), published('fr/a.txt', '1')];

  test('links the languages of a document and says what changed', () => {
    const manifest = createManifest([two, { ...one, targetHash: hashOf('2') }], [one, published('en/b.txt', '1')]);
    const alternates = [
      { hreflang: 'en', href: 'en/a.txt' },
      { hreflang: 'fr', href: 'fr/a.txt' },
    ];
    expect(manifest).toMatchObject({
      documents: [
        { path: 'en/a.txt', alternates },
        { path: 'fr/a.txt', alternates },
      ],
      added: ['fr/a.txt'],
      changed: ['en/a.txt'],
      removed: ['en/b.txt'],
    });
  });

  test('is read as it was written', () => {
    const documents = [{ ...one, states: { reviewed: 3, final: 1 }, override: 'Eilmeldung' }, two];
    expect(readManifest(JSON.stringify(createManifest(documents, [])))).toEqual(documents);
  });

  test.each(['', '[]', 'null', '{"name": "x"}', '{"generator": "wordferry", "version": 1, "documents": {}}'])(
    'is not %s',
    (text) => {
      expect(readManifest(text)).toBeUndefined();
    },
  );
});
