/**
 * All engines by the id that users give, with what they are: a text goes over the network to `remote` ones, and never
 * leaves the machine with `local` ones; the targets of `fake` ones are no translations (`Engine.fake`); `none` is the
 * choice to ask nobody. The code of each is in `engines/`, which the pure parts do not know.
 */
const kinds = {
  deepl: 'remote',
  echo: 'fake',
  libretranslate: 'remote',
  llm: 'remote',
  local: 'local',
  mock: 'fake',
  none: 'none',
  pseudo: 'fake',
} as const;

export type EngineId = keyof typeof kinds;

export const engineIds = Object.keys(kinds) as readonly EngineId[];

export function isEngineId(id: string): id is EngineId {
  return Object.hasOwn(kinds, id);
}

export function isFakeEngine(id: string): boolean {
  return isEngineId(id) && kinds[id] === 'fake';
}

/** Whatever it is asked leaves the machine, and may cost money. An engine of the user's own may do anything. */
export function isRemoteEngine(id: string): boolean {
  return !isEngineId(id) || kinds[id] === 'remote';
}
