import { createHash } from 'node:crypto';
import { groupsOf } from '../memory/index.ts';
import type { Language, State } from '../model.ts';
import type { Decision } from '../pipeline/publish.ts';

/** `manifest.json` of a published folder: what it holds, from which sources, and what this release changed. */
export interface Manifest {
  readonly generator: 'wordferry';
  readonly version: 1;
  readonly documents: readonly ManifestDocument[];
  /** Paths in the folder. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface ManifestDocument {
  readonly source: string;
  readonly language: Language;
  /** In the folder. */
  readonly path: string;
  /** SHA-256 of the source and the published file, hexadecimal. */
  readonly sourceHash: string;
  readonly targetHash: string;
  /** Sentences by state. */
  readonly states: Readonly<Partial<Record<State, number>>>;
  /** Published in spite of the policy, for this reason. */
  readonly override?: string | undefined;
  /** The same document in every published language. */
  readonly alternates: readonly { readonly hreflang: Language; readonly href: string }[];
}

export function manifestEntry(
  { document, language, text, override }: Decision,
  path: string,
): Omit<ManifestDocument, 'alternates'> {
  const states: Partial<Record<State, number>> = {};
  for (const { head } of groupsOf(document.review.entries)) states[head.state] = (states[head.state] ?? 0) + 1;
  return {
    source: document.document.path,
    language,
    path,
    sourceHash: sha256(document.document.text),
    targetHash: sha256(text),
    states,
    ...(override !== undefined && { override }),
  };
}

/** Documents of a release in order, with links to one another, and what differs from the release before. */
export function createManifest(
  entries: readonly Omit<ManifestDocument, 'alternates'>[],
  before: Manifest | undefined,
): Manifest {
  const ordered = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const documents = ordered.map((entry) => ({
    ...entry,
    alternates: ordered
      .filter(({ source }) => source === entry.source)
      .map(({ language, path }) => ({ hreflang: language, href: path })),
  }));
  const old = new Map(before?.documents.map(({ path, targetHash }) => [path, targetHash]));
  return {
    generator: 'wordferry',
    version: 1,
    documents,
    added: documents.filter(({ path }) => !old.has(path)).map(({ path }) => path),
    changed: documents
      .filter(({ path, targetHash }) => old.has(path) && old.get(path) !== targetHash)
      .map(({ path }) => path),
    removed: [...old.keys()].filter((path) => !documents.some((document) => document.path === path)),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
