import { exitStatus } from '../../errors.ts';
import { groupsOf } from '../../memory/index.ts';
import type { State } from '../../model.ts';
import type { Problem, Project } from '../project.ts';
import { createManifest, hashOf, type Manifest, manifestPath, type PublishedDocument } from './manifest.ts';
import { type Decision, isReleased } from './publish.ts';

/** A published folder as it stands: the documents that its manifest lists, and SHA-256 of every file by path. */
export interface Published {
  readonly documents: readonly PublishedDocument[];
  readonly hashes: ReadonlyMap<string, string>;
}

/** A file of the next published folder. Without a text it is taken over as it stands. */
export interface ReleasedFile {
  readonly hash: string;
  readonly text?: string;
}

export interface Release {
  readonly released: readonly Decision[];
  readonly refused: readonly Decision[];
  /** Documents that stay as they were published before. */
  readonly kept: readonly PublishedDocument[];
  readonly manifest: Manifest;
  /** By path. */
  readonly files: ReadonlyMap<string, ReleasedFile>;
  /** What stood in the way in the published folder. */
  readonly problems: readonly Problem[];
}

export interface ReleaseScope {
  readonly project: Pick<Project, 'settings' | 'sources' | 'problems'>;
  /** Only some documents were looked at: what is published of the others stays. */
  readonly isPartial: boolean;
  /** Path of the published folder, for places. */
  readonly folder: string;
}

/**
 * What may go out now, what stays as it was published, and, where all was looked at, without what has no source or target
 * language any more. Files that no manifest lists are people's own: they stay, and no document takes their place.
 */
export function releaseOf(decisions: readonly Decision[], published: Published, scope: ReleaseScope): Release {
  const own = ownFiles(published);
  const isFree = freePaths([...own.keys()]);
  const [released, hindered] = parted(decisions.filter(isReleased), (decision) => isFree(publishedPath(decision)));
  const paths = new Set(released.map(publishedPath));
  const asked = new Set(decisions.map(publishedPath));
  const isAsked = (path: string) => !scope.isPartial || asked.has(path);
  const staying = published.documents.filter(({ path }) => published.hashes.has(path) && !paths.has(path));
  const [kept, damaged] = parted(
    staying.filter((document) => isWanted(document, scope)),
    // What nobody asked about is taken over as it stands.
    ({ path, targetHash }) => !isAsked(path) || published.hashes.get(path) === targetHash,
  );
  const manifest = createManifest([...kept, ...released.map(publishedDocument)], published.documents);
  return {
    released,
    refused: decisions.filter((decision) => !released.includes(decision)),
    kept,
    manifest,
    files: new Map([
      ...[...own].map(([path, hash]) => [path, { hash }] as const),
      ...kept.map(({ path, targetHash }) => [path, { hash: published.hashes.get(path) ?? targetHash }] as const),
      ...released.map((decision) => [publishedPath(decision), written(decision.text)] as const),
      [manifestPath, written(`${JSON.stringify(manifest, null, 2)}\n`)],
    ]),
    problems: [
      ...hindered.map((decision) => ({ ...takenFile, place: { file: `${scope.folder}/${publishedPath(decision)}` } })),
      ...damaged.map(({ path }) => ({ ...changedFile, place: { file: `${scope.folder}/${path}` } })),
    ],
  };
}

function parted<T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

/** One folder a language; where a template says where translations stand, their own path. */
export function publishedPath({ document, language }: Decision): string {
  const { path } = document.files;
  const folder = 'translations/';
  return path.startsWith(`${folder}${language}/`) ? path.slice(folder.length) : path;
}

function isWanted({ source, language }: PublishedDocument, { project, isPartial }: ReleaseScope): boolean {
  const { settings, sources, problems } = project;
  const hasSource = sources.some(({ path }) => path === source) || problems.some(({ place }) => place.file === source);
  return isPartial || (hasSource && settings.targets.includes(language));
}

function ownFiles({ documents, hashes }: Published): ReadonlyMap<string, string> {
  const ours = new Set([manifestPath, ...documents.map(({ path }) => path)]);
  return new Map([...hashes].filter(([path]) => !ours.has(path)));
}

/** Where no file stands, no folder of files, and no file in the place of a folder. */
function freePaths(files: readonly string[]): (path: string) => boolean {
  const taken = new Set(files);
  const folders = new Set(files.flatMap(foldersOf));
  return (path) => !taken.has(path) && !folders.has(path) && !foldersOf(path).some((folder) => taken.has(folder));
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

function publishedDocument(decision: Decision): PublishedDocument {
  const { document, language, text, override } = decision;
  const states: Partial<Record<State, number>> = {};
  for (const { head } of groupsOf(document.review.entries)) states[head.state] = (states[head.state] ?? 0) + 1;
  return {
    source: document.document.path,
    language,
    path: publishedPath(decision),
    sourceHash: hashOf(document.document.original ?? document.document.text),
    targetHash: hashOf(text),
    states,
    ...(override !== undefined && { override }),
  };
}

const written = (text: string): ReleasedFile => ({ text, hash: hashOf(text) });

const takenFile = {
  message: { id: 'publish.taken' },
  hint: { id: 'publish.taken.hint' },
  status: exitStatus.findings,
} as const;

const changedFile = {
  message: { id: 'publish.damaged' },
  hint: { id: 'publish.damaged.hint' },
  status: exitStatus.findings,
} as const;
