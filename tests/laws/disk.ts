import { UserError } from '../../src/errors.ts';
import { type LeftPair, newlyLeft } from '../../src/memory/index.ts';
import type { Entry, Glossary, Language, ReviewFile } from '../../src/model.ts';
import {
  type CommittedSource,
  type EngineAnswer,
  type Orphan,
  type Outline,
  type PlannedRequest,
  type Problem,
  type Project,
  requestMap,
  type TranslatedDocument,
  type TranslationFiles,
  translateProject,
} from '../../src/pipeline/index.ts';
import type { Merge } from '../../src/pipeline/project.ts';
import { readReviewFile, writeReviewFile } from '../../src/review-file/index.ts';
import { defaults, type Settings } from '../../src/settings.ts';

/** A repository in memory: the files by path, and what `.wordferry/` remembers of pairs that left a file. */
export interface Disk {
  readonly files: ReadonlyMap<string, string>;
  readonly left: readonly LeftPair[];
  /** What it remembers of the sources, by the paths of the translated files. */
  readonly outlines: ReadonlyMap<string, Outline>;
  /** What git knows of a source, by its path. */
  readonly committed?: ReadonlyMap<string, CommittedSource>;
  readonly settings: Settings;
  /** The branches that git is just putting together here. */
  readonly merge?: { readonly base: Disk; readonly sides: readonly Disk[] };
}

export interface Run {
  readonly disk: Disk;
  /** Texts that the engine was asked for. */
  readonly asked: readonly string[];
  /** Paths of the files whose bytes changed. */
  readonly changed: readonly string[];
  readonly problems: readonly Problem[];
  readonly documents: readonly TranslatedDocument[];
}

/** Answers one request; `undefined`: it does not. */
export interface FakeEngine {
  readonly id: string;
  answer(request: PlannedRequest): string | undefined;
}

const glossary: Glossary = { entries: [] };

export function createDisk(
  sources: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
  languages: readonly Language[] = ['en'],
): Disk {
  const files = new Map(Object.entries(sources).map(([name, text]) => [sourcePath(name), text]));
  return { files, left: [], outlines: new Map(), settings: { ...defaults, targets: languages, ...settings } };
}

export const sourcePath = (name: string): string => `source-de/${name}`;
export const targetPath = (name: string, language: Language = 'en'): string => `translations/${language}/${name}`;
export const reviewPath = (name: string, language: Language = 'en'): string =>
  `${targetPath(name, language)}.review.yaml`;

/** A sentence in a language that a machine made up: each word with an ending of its own. */
export function translated(text: string, { target }: { readonly target: Language } = { target: 'en' }): string {
  return text.replace(/\p{L}+/gu, (word) => `${word}${target === 'ko' ? 'u' : 'o'}`);
}

/** An engine that bills: what it writes is a translation. */
export const deepl: FakeEngine = {
  id: 'deepl',
  answer: ({ request, languages }) => translated(request.text, languages),
};

/** An engine for tests, whose targets count as none. */
export const mock: FakeEngine = { id: 'mock', answer: ({ request }) => `mock ${request.text}` };

const none: FakeEngine = { id: 'none', answer: () => undefined };

/** `wordferry translate`; without an engine where none is given. */
export async function run(
  disk: Disk,
  engine: FakeEngine = none,
  only: (path: string) => boolean = () => true,
): Promise<Run> {
  const asked: string[] = [];
  const scope = {
    isSelected: ({ source }: TranslationFiles) => only(source),
    ...(engine !== none && { routeOf: () => [engine.id] }),
  };
  const { documents, problems } = await translateProject(projectOf(disk), scope, async (requests) => {
    if (engine === none) return requestMap();
    asked.push(...requests.map(({ request }) => request.text));
    const answers = requests.flatMap((each): readonly [PlannedRequest, EngineAnswer][] => {
      const text = engine.answer(each);
      return text === undefined ? [] : [[each, { text, engine: engine.id }]];
    });
    return requestMap(answers);
  });
  const changes = documents.flatMap((document) => document.changes);
  const files = new Map(disk.files);
  for (const { path, after } of changes)
    if (after === undefined) files.delete(path);
    else files.set(path, after);
  return {
    disk: { ...disk, files, left: keepLeft(disk.left, documents), outlines: remember(disk.outlines, documents) },
    asked,
    changed: changes.map(({ path }) => path),
    problems,
    documents,
  };
}

function remember(known: Disk['outlines'], documents: readonly TranslatedDocument[]): Disk['outlines'] {
  const outlines = new Map(known);
  for (const { files, changes, outside, outline } of documents)
    if (outlines.has(files.path) || changes.length > 0 || outside.size > 0) outlines.set(files.path, outline());
  return outlines;
}

export function projectOf(disk: Disk): Project {
  const { files, left, settings, merge } = disk;
  const sources = [...files].filter(([path]) => path.startsWith('source-de/')).map(([path, text]) => ({ path, text }));
  return {
    settings,
    glossary,
    sources,
    translations: sources.flatMap(({ path }) =>
      settings.targets.map((language) => ({
        ...readTranslation(disk, path, language),
        merge: mergeOf(path, language, merge),
      })),
    ),
    earlier: Object.fromEntries(
      settings.targets.map((language) => [
        language,
        { head: [], left: left.filter((pair) => pair.language === language).toReversed() },
      ]),
    ),
    orphans: orphansIn(disk, new Set(sources.map(({ path }) => path))),
    problems: [],
  };
}

function orphansIn(disk: Disk, sources: ReadonlySet<string>): readonly Orphan[] {
  const { files, settings } = disk;
  return settings.targets.flatMap((language) =>
    [...files.keys()].flatMap((path): readonly Orphan[] => {
      const begin = `translations/${language}/`;
      if (!path.startsWith(begin) || !path.endsWith('.review.yaml')) return [];
      const source = sourcePath(path.slice(begin.length, -'.review.yaml'.length));
      const { review, ...own } = readTranslation(disk, source, language);
      if (sources.has(source) || review === undefined || !('entries' in review)) return [];
      return [{ ...own, review, isGone: true }];
    }),
  );
}

function readTranslation({ files, outlines, committed }: Disk, source: string, language: Language): TranslationFiles {
  const path = targetPath(source.slice('source-de/'.length), language);
  const review = files.get(`${path}.review.yaml`);
  return {
    source,
    language,
    path,
    text: files.get(path),
    reviewPath: `${path}.review.yaml`,
    review: review === undefined ? undefined : tryReview(review, `${path}.review.yaml`, language),
    before: { last: () => outlines.get(path), committed: () => committed?.get(source) },
  };
}

/** Where both branches changed the review file. */
function mergeOf(source: string, language: Language, merge: Disk['merge']): Merge | undefined {
  const path = reviewPath(source.slice('source-de/'.length), language);
  const textIn = ({ files }: Disk) => files.get(path);
  if (merge === undefined || merge.sides.some((side) => textIn(side) === textIn(merge.base))) return undefined;
  return { sides: merge.sides.filter((side) => textIn(side) !== undefined).map((side) => reviewOf(side, path)) };
}

function tryReview(text: string, path: string, target: Language): ReviewFile | UserError {
  try {
    return readReviewFile(text, path, { source: 'de', target });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function keepLeft(known: Disk['left'], documents: readonly TranslatedDocument[]): Disk['left'] {
  const pairs = documents.flatMap(({ left, languages }) =>
    left.map((pair) => ({ ...pair, language: languages.target })),
  );
  return [...known, ...newlyLeft(known, pairs)];
}

// ── What people do ─────────────────────────────────────────────────────────────────────────────

export function withFile(disk: Disk, path: string, text: string | undefined): Disk {
  const files = new Map(disk.files);
  if (text === undefined) files.delete(path);
  else files.set(path, text);
  return { ...disk, files };
}

/** A person edits a file in place. Throws where the text to replace is not there. */
export function edit(disk: Disk, path: string, from: string, to: string): Disk {
  const text = textOf(disk, path);
  if (!text.includes(from)) throw new Error(`${path} has no “${from}”:\n${text}`);
  return withFile(
    disk,
    path,
    text.replace(from, () => to),
  );
}

export function textOf(disk: Disk, path: string): string {
  const text = disk.files.get(path);
  if (text === undefined) throw new Error(`no file ${path}`);
  return text;
}

export function reviewOf(disk: Disk, path: string): ReviewFile {
  const target = path.split('/')[1] ?? '';
  return readReviewFile(textOf(disk, path), path, { source: 'de', target });
}

export function entriesOf(disk: Disk, name = 'a.txt', language: Language = 'en'): readonly Entry[] {
  return reviewOf(disk, reviewPath(name, language)).entries;
}

/** A person changes fields of the entries in a review file. */
export function review(disk: Disk, path: string, change: (entry: Entry, at: number) => Partial<Entry>): Disk {
  const file = reviewOf(disk, path);
  const entries = file.entries.map((entry, at) => ({ ...entry, ...change(entry, at) }));
  return withFile(disk, path, writeReviewFile({ ...file, entries }));
}

/** A person accepts every sentence of a document. */
export function acceptAll(disk: Disk, name = 'a.txt', language: Language = 'en'): Disk {
  return review(disk, reviewPath(name, language), () => ({ state: 'reviewed' }));
}

/** What matters of an entry, for tables: source, target, state. */
export function rows(disk: Disk, name = 'a.txt', language: Language = 'en'): readonly string[] {
  return entriesOf(disk, name, language).map(
    ({ source, target, state, joined, previous, machine }) =>
      `${source ?? '+'} | ${joined ? '^' : target} | ${state}${machine === undefined ? '' : ` ${machine}`}${previous ? ` < ${previous.source} = ${previous.target}` : ''}`,
  );
}
