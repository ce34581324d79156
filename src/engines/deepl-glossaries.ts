import type { MultilingualGlossaryDictionaryEntries, MultilingualGlossaryInfo } from 'deepl-node';
import { EngineFault } from '../errors.ts';
import { primaryLanguage } from '../language-tag.ts';
import type { Languages } from '../model.ts';
import { accessTo, carried } from './deepl-client.ts';
import type { DeepLAddress } from './deepl-settings.ts';
import { loadDeepL } from './deepl-transport.ts';
import { damaged, type Exchange } from './exchange.ts';
import { type Insistence, insist } from './insist.ts';

/** Phrases and their translations. */
export type Rows = ReadonlyMap<string, string>;

export interface Dictionary {
  /** Without variants, which DeepL's glossaries do not know. */
  readonly languages: Languages;
  readonly rows: Rows;
}

export interface RemoteGlossary {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly Languages[];
}

/** The glossaries of an account at DeepL (v3): several dictionaries each, one a pair of languages. Nothing here is billed. */
export interface DeepLGlossaries {
  list(): Promise<readonly RemoteGlossary[]>;
  rows(id: string, languages: Languages): Promise<Rows>;
  create(name: string, dictionaries: readonly Dictionary[]): Promise<void>;
  /** Adds rows, and changes those that are there. */
  update(id: string, dictionary: Dictionary): Promise<void>;
  /** Makes a dictionary what it should be, or makes it. */
  replace(id: string, dictionary: Dictionary): Promise<void>;
  remove(id: string, languages: Languages): Promise<void>;
}

/** Throws `UserError` for settings that cannot work, as do all requests that come to nothing. */
export function openGlossaries(settings: DeepLAddress, waiting: Pick<Insistence, 'signal' | 'time'>): DeepLGlossaries {
  const { asker, client } = accessTo(settings);
  const exchange: Exchange = { ...asker, deadline: 60_000, bytes: mostBytes, signal: waiting.signal };
  const ask = <T>(work: () => Promise<T>, repeats = 1): Promise<T> =>
    insist({ ...waiting, engine: asker.engine, repeats }, () => readable(exchange, work));
  return {
    list: () => ask(async () => (await client().listMultilingualGlossaries()).map(glossaryOf)),
    rows: (id, { source, target }) =>
      ask(async () => {
        const { entries } = await client().getMultilingualGlossaryDictionaryEntries(id, source, target);
        return new Map(Object.entries(entries.entries()));
      }),
    // Perhaps made all the same, it would be there twice.
    create: (name, dictionaries) =>
      ask(async () => void (await client().createMultilingualGlossary(name, dictionaries.map(entriesOf))), 0),
    update: (id, dictionary) =>
      ask(async () => void (await client().updateMultilingualGlossaryDictionary(id, entriesOf(dictionary)))),
    replace: (id, dictionary) =>
      ask(async () => void (await client().replaceMultilingualGlossaryDictionary(id, entriesOf(dictionary)))),
    remove: (id, { source, target }) => ask(() => client().deleteMultilingualGlossaryDictionary(id, source, target)),
  };
}

/** A dictionary has at most 10 MiB; JSON may need more for it. */
const mostBytes = 32 * 1024 * 1024;

/** Whatever goes wrong while an answer is read, it was not one. */
async function readable<T>(exchange: Exchange, work: () => Promise<T>): Promise<T> {
  try {
    return await carried(exchange, work);
  } catch (error) {
    throw error instanceof EngineFault ? error : damaged(exchange);
  }
}

/** Throws for what is none. The id becomes part of an address. */
function glossaryOf({ glossaryId, name, dictionaries }: MultilingualGlossaryInfo): RemoteGlossary {
  if (!/^[\w-]{1,100}$/.test(glossaryId)) throw new TypeError('Unexpected id of a glossary');
  const languages = dictionaries.map(({ sourceLangCode, targetLangCode }) => ({
    source: primaryLanguage(sourceLangCode),
    target: primaryLanguage(targetLangCode),
  }));
  return { id: glossaryId, name, languages };
}

function entriesOf({ languages, rows }: Dictionary): MultilingualGlossaryDictionaryEntries {
  const { GlossaryEntries } = loadDeepL();
  return {
    sourceLangCode: languages.source,
    targetLangCode: languages.target,
    entries: new GlossaryEntries({ entries: Object.fromEntries(rows) }),
  };
}
