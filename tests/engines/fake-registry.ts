import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../../src/store/folder-hashes.ts';
import { toyModels } from './local-fixtures.ts';

/** A toy model in files with Mozilla's names. */
export function toyFiles(pair: string): Readonly<Record<string, Buffer>> {
  const { model, shortlist, vocabularies } = toyModels[pair]!;
  const name = pair.replace('-', '');
  return {
    [`model.${name}.intgemm8.bin`]: Buffer.from(model),
    [`lex.50.50.${name}.s2t.bin`]: Buffer.from(shortlist),
    [`srcvocab.${name}.spm`]: Buffer.from(vocabularies[0]!),
    [`trgvocab.${name}.spm`]: Buffer.from(vocabularies[1]!),
  };
}

/** An entry of Mozilla's list for the files of a pair. */
export function entryOf(pair: string, more: { readonly release?: string; readonly folder?: string } = {}): object {
  const { release = 'Release', folder = pair } = more;
  const [[model, content], lex, source, target] = Object.entries(toyFiles(pair)) as [
    [string, Buffer],
    ...[string, Buffer][],
  ];
  const path = (name: string | undefined) => `models/${folder}/exported/${name}.gz`;
  return {
    architecture: 'tiny',
    releaseStatus: release,
    files: {
      model: { path: path(model), uncompressedSize: content.length, uncompressedHash: sha256(content) },
      lexicalShortlist: { path: path(lex?.[0]) },
      srcVocab: { path: path(source?.[0]) },
      trgVocab: { path: path(target?.[0]) },
    },
  };
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Breaks the connection behind the body. */
  readonly isTorn?: boolean;
}

export interface FakeRegistry {
  /** What `WORDFERRY_MODELS_URL` says. */
  readonly url: string;
  /** Paths that were asked for. */
  readonly requests: readonly string[];
  /** What is sent for paths that end like this, in place of what should be. */
  readonly replies: Map<string, Reply>;
  /** The entries of the list. */
  readonly models: Record<string, readonly object[]>;
  close(): Promise<void>;
}

/** Mozilla's bucket with toy models: the list and all files, compressed. */
export async function startFakeRegistry(): Promise<FakeRegistry> {
  const requests: string[] = [];
  const replies = new Map<string, Reply>();
  const models: FakeRegistry['models'] = { 'de-en': [entryOf('de-en')], 'en-ko': [entryOf('en-ko')] };
  const files = new Map(Object.keys(toyModels).flatMap((pair) => Object.entries(toyFiles(pair))));
  const usual = (path: string): Reply => {
    const content = files.get(path.replace(/^.*\/|\.gz$/g, ''));
    if (path === '/db/models.json')
      return { body: JSON.stringify({ generated: '2026-01-02', baseUrl: base(), models }) };
    return content ? { body: gzipSync(content) } : { status: 404 };
  };
  const server = createServer(({ url: path = '' }, response) => {
    requests.push(path);
    const [, odd] = [...replies].find(([end]) => path.endsWith(end)) ?? [];
    const { status = 200, headers = {}, body = '', isTorn } = odd ?? usual(path);
    response.writeHead(status, { ...(isTorn && { 'content-length': String(body.length + 1) }), ...headers });
    response.write(body, () => (isTorn ? response.destroy() : response.end()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((done) => server.close(() => done()).closeAllConnections());
  return { url: `${base()}/db/models.json`, requests, replies, models, close };
}
