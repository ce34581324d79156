import { dirname, join } from 'node:path';
import { type ExitStatus, UserError } from '../errors.ts';
import { leftBehind } from '../run/left-behind.ts';
import { lookAgain } from '../store/look-again.ts';
import type { Sights } from '../store/seen.ts';
import { type Watcher, watchFolders } from '../store/watch.ts';
import { type Context, note } from './context.ts';
import { showProblems } from './translate-report.ts';
import { type Asked, type Asking, translate } from './translate-run.ts';

/** What is to be seen as long as nobody changes anything; unknown after a run that failed. */
interface Ran {
  readonly status: ExitStatus;
  readonly left: readonly Sights[] | undefined;
}

/**
 * Translates, and again whenever something changes that the last run saw, until it is interrupted. What is wrong in one
 * run is said, and the next may do better. One budget is for all of them.
 */
export async function watchProject(root: string, asked: Asked, { context, wish }: Asking): Promise<ExitStatus> {
  const { signal, glossary } = context;
  const watcher = watchFolders();
  const session = { ...asked, spent: { characters: 0, cost: 0 } };
  // Where the first run fails, they are what its mistake may be about.
  watcher.add([root, join(root, 'translations'), ...(glossary === undefined ? [] : [dirname(glossary)])]);
  try {
    let ran = await runOnce(root, session, { context, wish });
    for (;;) {
      watcher.add(foldersOf(ran.left ?? []));
      note(context, { id: 'watch.waiting' });
      await nextChange(watcher, ran.left, context);
      if (signal.aborted) return ran.status;
      ran = await runOnce(root, session, { context, isBrief: true });
    }
  } finally {
    watcher.close();
  }
}

async function runOnce(root: string, asked: Asked, asking: Asking): Promise<Ran> {
  try {
    const { status, run } = await translate(root, asked, asking);
    return { status, left: leftBehind(root, run) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { text: message, place, hint, status } = error;
    showProblems([{ message, place, hint }], asking.context);
    return { status, left: undefined };
  }
}

/** What changed while the run was going on counts; what the run wrote does not. */
async function nextChange(watcher: Watcher, left: Ran['left'], { signal, awaiting, env }: Context): Promise<void> {
  for (let now = left; !signal.aborted; ) {
    const looked = now && (await lookAgain(now, { since: Date.now(), env }));
    if (now !== undefined && looked === undefined) return;
    await awaiting(() => watcher.change(signal));
    if (now === undefined) return;
    now = looked?.groups;
  }
}

/** Of all that was seen; what wordferry and git have for themselves, nobody edits. */
function foldersOf(left: readonly Sights[]): ReadonlySet<string> {
  const folders = left.flatMap(({ kind, root, sights }) =>
    [...sights.keys()].map((name) => (kind === 'folder' ? join(root, name) : dirname(join(root, name)))),
  );
  return new Set(folders.filter((folder) => !/\/\.(?:git|wordferry)(?:\/|$)/.test(folder)));
}
