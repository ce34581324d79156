import { documentChecks } from './document/index.ts';
import { checks } from './index.ts';

/** The id of each check, and those of the notes that it reports besides. */
export const checkIds: ReadonlyMap<string, readonly string[]> = new Map(
  [...checks, ...documentChecks, { id: 'broken_anchor' }].map(({ id }) => [
    id,
    id === 'term_missing' ? ['term_admitted', 'term_count'] : [],
  ]),
);

/** Everything that `checks:` and `ignore:` may name. */
export const findingIds: readonly string[] = [...checkIds].flatMap(([id, notes]) => [id, ...notes]);
