import { relative } from 'node:path';
import { UserError } from '../errors.ts';
import type { Glossary } from '../model.ts';
import { commitOf, textsAt } from './git.ts';

/** The glossary as it stood at a revision. Throws `UserError` where git does not have it, and for one that is wrong. */
export async function readFormerGlossary(root: string, revision: string, file: string): Promise<Glossary> {
  const commit = commitOf(root, revision);
  if (commit === undefined) throw unknown(revision);
  const path = relative(root, file);
  const text = path.startsWith('../') ? undefined : textsAt(root, commit, [path]).get(path);
  if (text === undefined)
    throw new UserError(
      { id: 'glossary.former', values: { revision } },
      { place: { file: path }, hint: { id: 'glossary.former.hint' } },
    );
  const { parseGlossary } = await import('../glossary/load.ts');
  return parseGlossary(text, `${revision}:${path}`);
}

function unknown(revision: string): UserError {
  return revision === 'HEAD'
    ? new UserError({ id: 'glossary.no_commit' }, { hint: { id: 'glossary.no_commit.hint' } })
    : new UserError({ id: 'diff.base', values: { base: revision } }, { hint: { id: 'diff.base.hint' } });
}
