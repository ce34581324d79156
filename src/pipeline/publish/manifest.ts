import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Language, State } from '../../model.ts';

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

export interface PublishedDocument {
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
}

export interface ManifestDocument extends PublishedDocument {
  /** The same document in every published language. */
  readonly alternates: readonly { readonly hreflang: Language; readonly href: string }[];
}

export const manifestPath = 'manifest.json';

/** Documents of a release in order, with links to one another, and what differs from the release before. */
export function createManifest(
  published: readonly PublishedDocument[],
  before: readonly PublishedDocument[],
): Manifest {
  const ordered = published.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const documents = ordered.map((document) => ({
    ...document,
    alternates: ordered
      .filter(({ source }) => source === document.source)
      .map(({ language, path }) => ({ hreflang: language, href: path })),
  }));
  const old = new Map(before.map(({ path, targetHash }) => [path, targetHash]));
  const now = new Set(documents.map(({ path }) => path));
  const isChanged = ({ path, targetHash }: PublishedDocument) => old.has(path) && old.get(path) !== targetHash;
  return {
    generator: 'wordferry',
    version: 1,
    documents,
    added: [...now].filter((path) => !old.has(path)),
    changed: documents.filter(isChanged).map(({ path }) => path),
    removed: [...old.keys()].filter((path) => !now.has(path)),
  };
}

const schema = z.object({
  generator: z.literal('wordferry'),
  version: z.literal(1),
  documents: z.array(
    z.object({
      source: z.string(),
      language: z.string(),
      path: z.string(),
      sourceHash: z.string(),
      targetHash: z.string(),
      states: z.partialRecord(z.enum(['initial', 'translated', 'reviewed', 'final']), z.number()),
      override: z.string().optional(),
    }),
  ),
});

/** The documents that a manifest lists; `undefined` for a text that is no manifest of ours: others use the name too. */
export function readManifest(text: string): readonly PublishedDocument[] | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data?.documents;
  } catch {
    return undefined;
  }
}

/** SHA-256, hexadecimal. */
export function hashOf(text: string): string {
  return hash('sha256', text);
}
