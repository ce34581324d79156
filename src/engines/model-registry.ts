import { z } from 'zod';
import { exitStatus, UserError } from '../errors.ts';
import { type FoundFile, type FoundModel, missingRoles } from '../local-models.ts';
import type { Message } from '../model.ts';
import { download } from './download.ts';
import { isLoopback } from './loopback.ts';
import { isSafe } from './models-address.ts';

/** A list of models as Mozilla publishes it. */
export interface ModelRegistry {
  /** Throws `UserError` for languages that it has no model for. */
  find(pair: string): FoundModel;
}

/** Throws `UserError` where it cannot be had, or is no such list. */
export async function readRegistry(address: URL, signal: AbortSignal): Promise<ModelRegistry> {
  const bytes = await download(address, { bytes: 32 * 1024 * 1024, seconds: 60, signal });
  const list = listSchema.safeParse(parsed(bytes)).data;
  const base = baseOf(list?.baseUrl, address);
  if (list === undefined || base === undefined) throw refuse({ id: 'models.registry', values: { host: address.host } });
  return {
    find(pair) {
      const entries = (list.models[pair] ?? []).flatMap((entry) => entrySchema.safeParse(entry).data ?? []);
      const best = entries.toSorted((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a))[0];
      if (best === undefined) throw unknown(pair, Object.keys(list.models));
      return foundIn(best, { pair, base, signal });
    },
  };
}

type Entry = z.infer<typeof entrySchema>;

/**
 * What Mozilla gives to all who use Firefox on a computer: larger and better models than those that phones get. What is not
 * released comes last; of equals the larger one is the better.
 */
const releases = ['Release Desktop', 'Release', 'Release Android'];

function rank({ releaseStatus }: Entry): number {
  const at = releases.indexOf(releaseStatus ?? '');
  return at < 0 ? releases.length : at;
}

const sizeOf = ({ files }: Entry): number => files.model.uncompressedSize;

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
/** Only the model itself comes with its size and its hash. */
const fileSchema = z.object({
  path: z.string().refine((path) => /^\w[\w./-]*$/u.test(path) && !path.split('/').includes('..')),
  uncompressedSize: z.number().int().positive().nullish(),
  uncompressedHash: hash.nullish(),
});
const entrySchema = z.object({
  architecture: z.string().nullish(),
  releaseStatus: z.string().nullish(),
  files: z.object({
    model: fileSchema.required().extend({ uncompressedSize: z.number().int().positive(), uncompressedHash: hash }),
    lexicalShortlist: fileSchema,
    vocab: fileSchema.nullish(),
    srcVocab: fileSchema.nullish(),
    trgVocab: fileSchema.nullish(),
  }),
});
const listSchema = z.object({ baseUrl: z.string(), models: z.record(z.string(), z.array(z.unknown())) });

interface Wanted {
  readonly pair: string;
  readonly base: URL;
  readonly signal: AbortSignal;
}

function foundIn({ releaseStatus, architecture, files }: Entry, { pair, base, signal }: Wanted): FoundModel {
  const { model, lexicalShortlist, vocab, srcVocab, trgVocab } = files;
  const found = [model, lexicalShortlist, ...(vocab ? [vocab] : [srcVocab, trgVocab])].flatMap((file) => file ?? []);
  const names = found.map(nameOf);
  const missing = missingRoles(names);
  if (missing.length > 0) throw refuse({ id: 'models.incomplete', values: { pair, missing: missing.join(', ') } });
  return {
    pair,
    release: releaseStatus ?? undefined,
    architecture: architecture ?? undefined,
    files: found.map(({ path, uncompressedSize, uncompressedHash }, at): FoundFile => {
      const bytes = uncompressedSize ?? undefined;
      return {
        name: names[at]!,
        bytes,
        sha256: uncompressedHash ?? undefined,
        // What is compressed is smaller; a little is left for what cannot be.
        read: () => download(new URL(path, base), { bytes: bytes ? bytes + 65_536 : mostOther, seconds: 1800, signal }),
      };
    }),
  };
}

/** Bytes of a file whose size the list does not say: vocabularies and shortlists. */
const mostOther = 64 * 1024 * 1024;

const nameOf = ({ path }: { readonly path: string }): string => path.replace(/^.*\//u, '').replace(/\.gz$/u, '');

/** Where its files are: never on this machine for a list from elsewhere. */
function baseOf(url: string | undefined, address: URL): URL | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const base = new URL(`${url.replace(/\/+$/u, '')}/`);
  return isSafe(base) && (!isLoopback(base) || isLoopback(address)) ? base : undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function unknown(pair: string, pairs: readonly string[]): UserError {
  const [source, target] = pair.split('-');
  const through = [`${source}-en`, `en-${target}`];
  const hint: Message = through.every((each) => pairs.includes(each))
    ? { id: 'models.unknown.through', values: { models: through.join(' ') } }
    : { id: 'models.unknown.hint', values: { models: pairs.toSorted().join(', ') } };
  return new UserError({ id: 'models.unknown', values: { pair } }, { hint });
}

function refuse(text: Message): UserError {
  return new UserError(text, { hint: { id: 'models.wrong.hint' }, status: exitStatus.incomplete });
}
