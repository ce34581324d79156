import { UserError } from '../errors.ts';
import type { Message } from '../model.ts';
import { isOneOf, ownersOf } from '../owners/index.ts';
import { translationPaths } from '../paths/translation-paths.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import type { Settings } from '../settings.ts';
import { codeOwnersAt, type OwnersFile, readCodeOwners } from '../store/code-owners.ts';
import { commitOf } from '../store/git.ts';
import { settingsAt } from '../store/project.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Who is responsible for which translations: CODEOWNERS, and where translations stand, at one moment. */
export interface Responsible {
  readonly codeOwners: OwnersFile;
  readonly settings: Settings;
}

interface Asked {
  readonly settings: Settings;
  readonly env: Environment;
}

/** As the files say it that are there. */
export function readResponsible(root: string, { settings, env }: Asked): Responsible {
  return { codeOwners: readCodeOwners(root, env), settings };
}

/** As a commit said it: who is asked for a review does not choose the reviewers. */
export async function responsibleAt(root: string, commit: string, { settings, env }: Asked): Promise<Responsible> {
  return { codeOwners: codeOwnersAt(root, commit, env), settings: await settingsAt(root, commit, settings) };
}

/** The commit that says who may accept: `--base`, or the base branch of a pull request; `undefined` for what is on disk. */
export function baseCommit(root: string, base: string | undefined, env: Environment): string | undefined {
  const branch = env.GITHUB_BASE_REF || env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  const named = base === undefined ? (branch ? [`origin/${branch}`, branch] : []) : [base];
  const commit = named.map((each) => commitOf(root, each)).find((each) => each !== undefined);
  if (commit !== undefined || named.length === 0) return commit;
  throw new UserError(
    { id: 'owners.base', values: { base: base ?? branch ?? '' } },
    { hint: { id: 'trust.base.hint' } },
  );
}

/** Of the translated file and the review file; none where nobody is responsible. */
export function ownersOfDocument(
  { document, languages }: Pick<TranslatedDocument, 'document' | 'languages'>,
  { codeOwners, settings }: Responsible,
): readonly string[] {
  const { path, reviewPath } = translationPaths(document.path, languages.target, settings);
  return ownersOf(
    codeOwners,
    [path, reviewPath].map((each) => `${codeOwners.prefix}${each}`),
  );
}

/** Why none of these people may accept a document's sentences; `undefined` where one may. */
export function objectionTo(
  by: readonly string[],
  translated: TranslatedDocument,
  responsible: Responsible,
): Message | undefined {
  const owners = ownersOfDocument(translated, responsible);
  const { path } = translated.files;
  if (owners.length === 0) return { id: 'accept.unowned', values: { path } };
  if (isOneOf(owners, by)) return undefined;
  return by.length === 0
    ? { id: 'accept.unapproved', values: { path, owners } }
    : { id: 'accept.owner', values: { by: by.join(', '), path, owners } };
}
