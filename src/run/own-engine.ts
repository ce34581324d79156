import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';
import type { Engine } from '../model.ts';
import { isTrusted, recordOf } from '../store/trusted-files.ts';
import type { MakeOptions } from './make-engines.ts';

/**
 * A user's own engine: a module whose `engine` is one (`Engine` in src/model.ts). It is code, so it runs where the command
 * line names it; a repository alone cannot have it run: `--allow-plugins` and `wordferry engines trust` are needed too.
 */
export async function loadModule(id: string, { root, env, named, allowPlugins }: MakeOptions): Promise<Engine> {
  const file = resolve(root, id);
  const place = { file: id };
  if (named?.split(',').includes(id) !== true) {
    if (!allowPlugins)
      throw new UserError({ id: 'engine.module.refused' }, { place, hint: { id: 'engine.module.refused.hint' } });
    const hint = { id: 'engine.module.untrusted.hint', values: { file: id } } as const;
    if (!isTrusted(read(file, id), env)) throw new UserError({ id: 'engine.module.untrusted' }, { place, hint });
  }
  read(file, id);
  const { engine } = (await import(pathToFileURL(file).href)) as { readonly engine?: unknown };
  if (!isEngine(engine)) throw new UserError({ id: 'engine.module.shape' }, { place });
  return engine;
}

function read(file: string, id: string): ReturnType<typeof recordOf> {
  try {
    return recordOf(file);
  } catch {
    throw new UserError({ id: 'engine.module.missing' }, { place: { file: id } });
  }
}

function isEngine(value: unknown): value is Engine {
  if (typeof value !== 'object' || value === null) return false;
  const { id, limits, supports, ...engine } = value as Partial<Engine>;
  const methods = [engine.version, engine.refuses, engine.fits, engine.estimate, engine.translate];
  const isName = typeof id === 'string' && /^[a-z][a-z0-9-]{0,30}$/.test(id);
  return (
    isName &&
    typeof limits === 'object' &&
    typeof supports === 'object' &&
    methods.every((each) => typeof each === 'function')
  );
}
