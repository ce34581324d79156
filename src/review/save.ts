import type { Speaker } from '../messages/index.ts';
import { commitFiles, pushCommits, uncommitted } from '../store/commit.ts';
import type { Save, Saved } from './api.ts';

interface Saving {
  readonly root: string;
  /** Files of documents about which something was decided. */
  readonly decided: ReadonlySet<string>;
  readonly speaker: Speaker;
}

/** With the lock: no half of a pair is committed. Throws `UserError` with git's words; what is committed then stays so. */
export async function save({ message, push }: Save, { root, decided, speaker }: Saving): Promise<Saved> {
  const paths = uncommitted(root, [...decided]);
  const said = message?.trim() || speaker.say({ id: 'review.commit', values: { count: paths.length } });
  const commit = paths.length === 0 ? undefined : await commitFiles(root, { message: said, paths });
  if (push) await pushCommits(root);
  return { ...(commit !== undefined && { commit }), files: paths.length, isPushed: push === true };
}
