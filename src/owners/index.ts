import type { CodeOwners, Platform } from './code-owners.ts';
import { readForgejo } from './forgejo.ts';
import { readGitHub } from './github.ts';
import { readGitLab } from './gitlab.ts';

export { type CodeOwners, isOneOf, isOwner, ownersOf, type Platform } from './code-owners.ts';
export { ownersOfPerson } from './person.ts';

/** How a platform reads a CODEOWNERS file, and where it looks for one: the first that is there counts. */
export const platforms: Readonly<
  Record<Platform, { readonly paths: readonly string[]; read(text: string): CodeOwners }>
> = {
  github: { paths: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'], read: readGitHub },
  gitlab: { paths: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'], read: readGitLab },
  forgejo: {
    paths: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'],
    read: readForgejo,
  },
};
