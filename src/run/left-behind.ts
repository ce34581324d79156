import { posix } from 'node:path';
import { toldNames } from '../store/listing.ts';
import { digestOf, type Sight, type Sights } from '../store/seen.ts';
import type { FolderRun } from './translate-folder.ts';

/** What is to be seen after a run as long as nobody else changes it: what the run saw, but for what it wrote. */
export function leftBehind(
  root: string,
  { seen, translated, problems, pruned }: FolderRun,
): readonly Sights[] | undefined {
  if (!seen.isWhole) return undefined;
  const unwritten = new Set(problems.map(({ files }) => files));
  const changes = translated.documents.filter(({ files }) => !unwritten.has(files)).flatMap((each) => each.changes);
  // Files that go away leave folders of which nobody knows what else is in them.
  if (pruned.length > 0 || changes.some(({ after }) => after === undefined)) return undefined;
  const written = new Map(changes.map(({ path, after = '' }): [string, string] => [path, after]));
  const isOwn = (group: Sights) => group.root === root;
  return [...seen.groups.values()].flatMap((group) => {
    if (isOwn(group) && group.kind === 'file') return [withFiles(group, written)];
    if (isOwn(group) && group.kind === 'folder') return [withNames(group, [...written.keys()])];
    return group.kind === 'answer' || group.kind === 'variable' ? [] : [group];
  });
}

function withFiles(group: Sights, written: ReadonlyMap<string, string>): Sights {
  const others = [...group.sights].filter(([path]) => !path.startsWith('.wordferry/'));
  const own = [...written].map(([path, text]): [string, Sight] => [path, { stamp: '', digest: digestOf(text) }]);
  return { ...group, sights: new Map([...others, ...own]) };
}

/** A file that is new is a new name in its folder, and the folder perhaps one in the folder above. */
function withNames(group: Sights, written: readonly string[]): Sights {
  const names = new Map<string, Set<string>>();
  for (const path of written) {
    for (let [name, folder] = [posix.basename(path), posix.dirname(path)]; ; ) {
      const here = folder === '.' ? '' : folder;
      names.set(here, (names.get(here) ?? new Set()).add(name));
      if (here === '') break;
      [name, folder] = [`${posix.basename(here)}/`, posix.dirname(here)];
    }
  }
  const sights = [...group.sights].map(([folder, sight]): [string, Sight] => {
    const more = names.get(folder);
    return [folder, more === undefined || sight.names === undefined ? sight : named(sight.names, more)];
  });
  return { ...group, sights: new Map(sights) };
}

function named(before: string, more: ReadonlySet<string>): Sight {
  const names = toldNames(new Set([...before.split('\0').filter((name) => name !== ''), ...more]));
  return { stamp: '', digest: digestOf(names), names };
}
