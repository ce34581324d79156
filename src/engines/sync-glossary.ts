import { UserError } from '../errors.ts';
import type { Languages, Pair } from '../model.ts';
import type { DeepLGlossaries, Dictionary, RemoteGlossary, Rows } from './deepl-glossaries.ts';

/** What is to do so that a glossary at DeepL is what the dictionaries say. */
export interface SyncPlan {
  readonly name: string;
  /** Absent where there is none of that name yet. */
  readonly glossary: RemoteGlossary | undefined;
  /** One a dictionary. */
  readonly changes: readonly DictionaryChange[];
}

export interface DictionaryChange {
  readonly dictionary: Dictionary;
  readonly added: readonly Pair[];
  readonly changed: readonly (Pair & { readonly was: string })[];
  readonly removed: readonly Pair[];
}

export function isChange({ added, changed, removed }: DictionaryChange): boolean {
  return added.length + changed.length + removed.length > 0;
}

/** Only reads. Dictionaries of other pairs that the glossary has at DeepL are nobody's business. */
export async function planSync(
  name: string,
  dictionaries: readonly Dictionary[],
  remote: DeepLGlossaries,
): Promise<SyncPlan> {
  const [glossary, ...others] = (await remote.list()).filter((each) => each.name === name);
  if (others.length > 0) {
    const values = { name, count: others.length + 1 };
    throw new UserError({ id: 'glossary.sync.ambiguous', values }, { hint: { id: 'glossary.sync.ambiguous.hint' } });
  }
  const changes: DictionaryChange[] = [];
  for (const dictionary of dictionaries) {
    const isThere = glossary !== undefined && has(glossary, dictionary.languages);
    const rows = isThere ? await remote.rows(glossary.id, dictionary.languages) : new Map<string, string>();
    changes.push(compare(dictionary, rows));
  }
  return { name, glossary, changes };
}

function has({ languages }: RemoteGlossary, { source, target }: Languages): boolean {
  return languages.some((pair) => pair.source === source && pair.target === target);
}

function compare(dictionary: Dictionary, theirs: Rows): DictionaryChange {
  const { rows } = dictionary;
  const pairs = [...rows].map(([source, target]): Pair => ({ source, target }));
  return {
    dictionary,
    added: pairs.filter(({ source }) => !theirs.has(source)),
    changed: pairs.flatMap((pair) => {
      const was = theirs.get(pair.source);
      return was === undefined || was === pair.target ? [] : [{ ...pair, was }];
    }),
    removed: [...theirs].filter(([source]) => !rows.has(source)).map(([source, target]) => ({ source, target })),
  };
}

/** Sends what differs, and nothing where nothing does. */
export async function applySync({ name, glossary, changes }: SyncPlan, remote: DeepLGlossaries): Promise<void> {
  const open = changes.filter(isChange);
  if (open.length === 0) return;
  if (glossary === undefined) return create(name, open, remote);
  for (const change of open) await send(change, glossary.id, remote);
}

async function create(name: string, changes: readonly DictionaryChange[], remote: DeepLGlossaries): Promise<void> {
  try {
    await remote.create(
      name,
      changes.map(({ dictionary }) => dictionary),
    );
  } catch (error) {
    if (!(error instanceof UserError) || error.text.id !== 'engine.fault.quota') throw error;
    // Here it is a number of glossaries, not of characters: a free account has one.
    throw new UserError(
      { id: 'glossary.sync.full' },
      { hint: { id: 'glossary.sync.full.hint' }, status: error.status },
    );
  }
}

/** Rows can be added and changed one by one, but not taken away. */
function send(change: DictionaryChange, id: string, remote: DeepLGlossaries): Promise<void> {
  const { dictionary, added, changed, removed } = change;
  if (dictionary.rows.size === 0) return remote.remove(id, dictionary.languages);
  if (removed.length > 0) return remote.replace(id, dictionary);
  const rows = new Map([...added, ...changed].map(({ source, target }) => [source, target]));
  return remote.update(id, { ...dictionary, rows });
}
