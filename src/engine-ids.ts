/**
 * All engines by the id that users give, with what they are: `paid` ones translate; the targets of `fake` ones are no
 * translations (`Engine.fake`); `none` is the choice to ask nobody. The code of each is in `engines/`, which the pure
 * parts do not know.
 */
const kinds = {
  deepl: 'paid',
  echo: 'fake',
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
