import type { Platform } from '../owners/index.ts';
import { exists } from './files.ts';
import { git } from './git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Which platform a repository is for: the one whose job runs (Forgejo's runner calls itself GitHub's, too), else the one that
 * it has files for, else the one that it was cloned from; `github` where nothing says so. `top`: of the repository.
 */
export function platformOf(top: string, env: Environment = {}): Platform {
  return runningOn(env) ?? filesFor(top) ?? hostedBy(top) ?? 'github';
}

function runningOn(env: Environment): Platform | undefined {
  if (env.FORGEJO_ACTIONS || env.GITEA_ACTIONS) return 'forgejo';
  if (env.GITLAB_CI) return 'gitlab';
  return env.GITHUB_ACTIONS ? 'github' : undefined;
}

function filesFor(top: string): Platform | undefined {
  const has = (...paths: readonly string[]) => paths.some((path) => exists(top, path));
  if (has('.forgejo', '.gitea')) return 'forgejo';
  if (has('.gitlab-ci.yml', '.gitlab')) return 'gitlab';
  return has('.github') ? 'github' : undefined;
}

function hostedBy(top: string): Platform | undefined {
  const remote = git(top, ['config', '--get', 'remote.origin.url'])?.toString() ?? '';
  const host = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)/.exec(remote)?.[1] ?? '';
  if (host === 'codeberg.org' || host.includes('forgejo')) return 'forgejo';
  return host.includes('gitlab') ? 'gitlab' : undefined;
}
