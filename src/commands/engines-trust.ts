import { resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { recordOf, trust } from '../store/trusted-files.ts';
import { type Context, note } from './context.ts';

/** Says of an engine of the project's own, as it is now, that it may run; another content needs another word. */
export async function run(context: Context, [file = '']: readonly string[]): Promise<ExitStatus> {
  trust(read(resolve(context.cwd, file), file), context.env);
  note(context, { id: 'engines.trusted', values: { file } });
  return exitStatus.fine;
}

function read(path: string, file: string): ReturnType<typeof recordOf> {
  try {
    return recordOf(path);
  } catch {
    throw new UserError({ id: 'engine.module.missing' }, { place: { file } });
  }
}
