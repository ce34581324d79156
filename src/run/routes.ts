import { isRemoteEngine } from '../engine-ids.ts';
import type { Message } from '../model.ts';
import { documentRule } from '../paths/document-rules.ts';
import type { Route } from '../pipeline/index.ts';
import type { Settings } from '../settings.ts';

/** Where keys are read from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Who is asked about what, and why. */
export interface Routes {
  /** Where `documents:` says nothing else. */
  readonly usual: Route;
  readonly reason: Message;
  of(document: string): Route;
}

/**
 * `--engine`, else wordferry.yaml, else `deepl` where a key is set, else the memory alone. What `documents:` says of a
 * document bounds them all: another engine than those may only be asked if nothing leaves the machine.
 */
export function chooseRoutes(wanted: string | undefined, settings: Settings, env: Environment): Routes {
  const { ids, reason } = usual(wanted, settings, env);
  const isAllowed = (allowed: Route) => (id: string) => allowed.includes(id) || !isRemoteEngine(id);
  return {
    usual: ids,
    reason: { id: reason, values: { engine: ids.length === 0 ? 'none' : ids.join(', ') } },
    of(document) {
      const rule = documentRule(document, settings);
      if (rule === undefined) return ids;
      return wanted === undefined ? rule.engines : ids.filter(isAllowed(rule.engines));
    },
  };
}

type Reason = 'engine.by_option' | 'engine.by_settings' | 'engine.by_key' | 'engine.by_default';

function usual(
  wanted: string | undefined,
  { engines }: Settings,
  env: Environment,
): { readonly ids: Route; readonly reason: Reason } {
  const asked = wanted?.split(',').filter((id) => id !== '');
  if (asked !== undefined) return { ids: asked.filter(isSomebody), reason: 'engine.by_option' };
  if (engines !== undefined) return { ids: engines.filter(isSomebody), reason: 'engine.by_settings' };
  return env.DEEPL_API_KEY ? { ids: ['deepl'], reason: 'engine.by_key' } : { ids: [], reason: 'engine.by_default' };
}

const isSomebody = (id: string): boolean => id !== 'none';
