import { parse } from 'yaml';
import { type EngineId, engineIds, isEngineId } from '../engine-ids.ts';
import { engines } from '../engines/index.ts';
import { UserError } from '../errors.ts';
import type { Engine, Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import { readText } from '../store/files.ts';

/** Where keys are read from. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface EngineChoice {
  /** Absent for `none`: the memory alone. */
  readonly engine: Engine | undefined;
  readonly id: EngineId;
  /** Which engine and why, for the person who runs it. */
  readonly reason: Message;
}

/** `--engine`, else wordferry.yaml, else `deepl` where a key is set, else the memory alone. */
export async function chooseEngine(
  wanted: string | undefined,
  settings: Settings,
  root: string,
  env: Environment,
): Promise<EngineChoice> {
  const { id, reason } = nameEngine(wanted, settings, env);
  if (!isEngineId(id)) throw new UserError({ id: 'engine.unknown', values: { engine: id, engines: engineIds } });
  const deepl = { key: env.DEEPL_API_KEY, serverUrl: env.DEEPL_SERVER_URL };
  const pairs = id === 'mock' ? readPairs(root, settings.mockPairs) : {};
  return { id, reason: { id: reason, values: { engine: id } }, engine: await engines[id]({ deepl, mock: { pairs } }) };
}

type Reason = 'engine.by_option' | 'engine.by_settings' | 'engine.by_key' | 'engine.by_default';

function nameEngine(
  wanted: string | undefined,
  settings: Settings,
  env: Environment,
): { readonly id: string; readonly reason: Reason } {
  if (wanted !== undefined) return { id: wanted, reason: 'engine.by_option' };
  if (settings.engine !== undefined) return { id: settings.engine, reason: 'engine.by_settings' };
  return env.DEEPL_API_KEY ? { id: 'deepl', reason: 'engine.by_key' } : { id: 'none', reason: 'engine.by_default' };
}

type Pairs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The mock engine's answers: `en:` and below it `source: target`. */
function readPairs(root: string, path: string | undefined): Pairs {
  if (path === undefined) return {};
  const text = readText(root, path);
  if (text === undefined) throw new UserError({ id: 'engine.mock.missing' }, { place: { file: path } });
  const pairs: unknown = parse(text, { schema: 'failsafe' });
  const isTable = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const isPairs =
    isTable(pairs) &&
    Object.values(pairs).every(
      (answers) => isTable(answers) && Object.values(answers).every((answer) => typeof answer === 'string'),
    );
  if (!isPairs) throw new UserError({ id: 'engine.mock.shape' }, { place: { file: path } });
  return pairs as Pairs;
}
