import { isRemoteEngine } from '../engine-ids.ts';
import { UserError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { readNamedText } from '../store/files.ts';
import { commitOf } from '../store/git.ts';
import { settingsAt } from '../store/project.ts';
import type { Environment, Routes } from './routes.ts';

/**
 * Whose money a run may spend. On GitHub, whoever opens a pull request writes its files: where a key is at hand, nobody
 * is asked for a fork's, and what may be spent on a branch's is the base branch's to say.
 */
export async function trustedSettings(root: string, settings: Settings, env: Environment): Promise<Settings> {
  const base = env.GITHUB_BASE_REF;
  if (!base || !hasKey(env)) return settings;
  const revision = [`origin/${base}`, base].find((each) => commitOf(root, each) !== undefined);
  if (revision === undefined)
    throw new UserError({ id: 'trust.base', values: { base } }, { hint: { id: 'trust.base.hint' } });
  const { engines, engineOptions, documents, style, budget, onEdit, mockPairs } = await settingsAt(
    root,
    revision,
    settings,
  );
  return { ...settings, engines, engineOptions, documents, style, budget, onEdit, mockPairs };
}

/** Throws `UserError` where somebody else's code would decide what a key pays for. */
export function refuseUntrusted(routes: readonly Routes['usual'][], env: Environment): void {
  if (!hasKey(env) || !routes.some((route) => route.some(isRemoteEngine))) return;
  const event = env.GITHUB_EVENT_NAME ?? '';
  const isForeign = event === 'pull_request_target' || event === 'workflow_run' || isFork(env);
  if (isForeign) throw new UserError({ id: 'trust.event', values: { event } }, { hint: { id: 'trust.event.hint' } });
}

function hasKey({ DEEPL_API_KEY, WORDFERRY_LLM_KEY, LIBRETRANSLATE_KEY }: Environment): boolean {
  return Boolean(DEEPL_API_KEY || WORDFERRY_LLM_KEY || LIBRETRANSLATE_KEY);
}

/** What GitHub tells of the event (`GITHUB_EVENT_PATH`); of one that cannot be read nobody knows where it came from. */
function isFork({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: own }: Environment): boolean {
  if (!event?.startsWith('pull_request')) return false;
  try {
    const { pull_request: request } = JSON.parse(readNamedText(path ?? '') ?? '');
    return request.head.repo.full_name !== (own ?? request.base.repo.full_name);
  } catch {
    return true;
  }
}
