import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { attempt } from './attempt.ts';
import { exists, readBytes } from './files.ts';
import { askAgain } from './git.ts';
import { lookInside } from './inside.ts';
import { entriesOf } from './listing.ts';
import { type Kind, type Sights, saw, seeing, stampAt } from './seen.ts';

export interface Now {
  /** As `Seen` has it. */
  readonly since: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Sees again what was seen: first stamps only; where one is another, or proves nothing, the thing itself. Gives all
 * sights with the stamps of now, and whether there are new ones; nothing where anything else is to be seen.
 */
export async function lookAgain(
  groups: readonly Sights[],
  { since, env }: Now,
): Promise<{ readonly groups: readonly Sights[]; readonly isRenewed: boolean } | undefined> {
  const again: Sights[] = [];
  for (const group of groups) {
    const renewed = await renewedSights(group, since, looks(env)[group.kind]);
    if (renewed === undefined) return undefined;
    again.push(renewed);
  }
  return { groups: again, isRenewed: again.some((group, at) => group !== groups[at]) };
}

type Look = (root: string, name: string) => unknown;

const looks = (env: Now['env']): Readonly<Record<Kind, Look>> => ({
  file: readBytes,
  folder: entriesOf,
  there: exists,
  answer: askAgain,
  variable: (_, name) => saw('variable', ['', name], { content: env[name] }),
});

async function renewedSights(group: Sights, since: number, look: Look): Promise<Sights | undefined> {
  const { kind, root, sights } = group;
  const stale = attempt(() => staleIn(group));
  if (stale instanceof UserError) return undefined;
  const isSeen = () => stale.every((name) => !(attempt(() => look(root, name)) instanceof UserError));
  const { result, seen } = await seeing(since, isSeen);
  const now = [...(seen.groups.get(`${kind} ${root}`)?.sights ?? [])];
  const own = now.filter(([name]) => sights.has(name));
  const isStill =
    result && seen.isWhole && seen.isSteady && own.every(([name, { digest }]) => sights.get(name)?.digest === digest);
  if (!isStill) return undefined;
  const news = own.filter(([name, { stamp }]) => stamp !== '' && stamp !== sights.get(name)?.stamp);
  return news.length === 0 ? group : { ...group, sights: new Map([...sights, ...news]) };
}

/** Those whose stamps say nothing, or something else. Files behind a link that came since are none of ours. */
function staleIn({ kind, root, sights }: Sights): readonly string[] {
  if (kind !== 'file' && kind !== 'folder') return [...sights.keys()];
  if (kind === 'file')
    for (const folder of new Set([...sights.keys()].map((path) => dirname(path)))) lookInside(root, folder);
  return [...sights].flatMap(([path, { stamp }]) => (stamp !== '' && stampAt(root, path) === stamp ? [] : [path]));
}
