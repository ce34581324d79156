import { engineIds, isEngineId } from '../engine-ids.ts';
import { type EngineSettings, engines } from '../engines/index.ts';
import { UserError } from '../errors.ts';
import type { Engine } from '../model.ts';
import type { Route } from '../pipeline/index.ts';
import type { Settings } from '../settings.ts';
import { openModels } from '../store/models.ts';
import { readMockPairs } from './mock-pairs.ts';
import { loadModule } from './own-engine.ts';
import type { Environment } from './routes.ts';

/** The engines of a run by their ids, and those that cannot work, which others stand in for. */
export interface MadeEngines {
  readonly engines: ReadonlyMap<string, Engine>;
  readonly unready: readonly { readonly id: string; readonly error: UserError }[];
}

export interface MakeOptions {
  readonly root: string;
  readonly settings: Settings;
  readonly env: Environment;
  /** Modules of the project may be run, if the user trusts them. */
  readonly allowPlugins?: boolean | undefined;
  /** Origins to which texts and keys may go in the clear. */
  readonly allowHttp?: readonly string[] | undefined;
  /** What the command line named: a module there is the user's own wish. */
  readonly named?: string | undefined;
}

/** Makes each engine of the routes once; one that knows none of the target languages cannot work. Throws `UserError` where a route has none that can work. */
export async function makeEngines(routes: readonly Route[], options: MakeOptions): Promise<MadeEngines> {
  const made = new Map<string, Engine>();
  const failed = new Map<string, UserError>();
  for (const id of new Set(routes.flat())) {
    try {
      const engine = await makeEngine(id, options);
      if (engine === undefined) continue;
      made.set(id, engine);
      checkLanguages(engine, options.settings);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      await made.get(id)?.close?.();
      made.delete(id);
      failed.set(id, error);
    }
  }
  for (const route of routes) {
    const [first] = route;
    const error = first === undefined || route.some((id) => made.has(id)) ? undefined : failed.get(first);
    if (error !== undefined) throw error;
  }
  return { engines: made, unready: [...failed].map(([id, error]) => ({ id, error })) };
}

function checkLanguages(engine: Engine, { source, targets }: Settings): void {
  const refusals = targets.map((target) => engine.refuses({ source, target }));
  const [first] = refusals;
  if (first !== undefined && refusals.every((refusal) => refusal !== undefined))
    throw new UserError(first, { hint: { id: 'engine.languages.hint' } });
}

/** Throws `UserError` for an id that nobody has, and settings that cannot work. */
export async function makeEngine(id: string, options: MakeOptions): Promise<Engine | undefined> {
  if (/[/\\]|\.m?js$/.test(id)) return loadModule(id, options);
  if (!isEngineId(id)) throw new UserError({ id: 'engine.unknown', values: { engine: id, engines: engineIds } });
  return engines[id](engineSettings(options));
}

function engineSettings({ root, settings, env, allowHttp }: MakeOptions): EngineSettings {
  return {
    env,
    allowHttp,
    options: settings.engineOptions,
    style: settings.style,
    models: openModels(env),
    get mock() {
      return { pairs: readMockPairs(root, settings.mockPairs) };
    },
  };
}
