import { resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { isPair } from '../local-models.ts';
import { type InstalledModel, installModels } from '../run/install-models.ts';
import { type Context, note, printJson } from './context.ts';

interface InstallOptions {
  readonly from?: string;
}

/** Fetches models of the engine `local`, or takes them from a folder; with nothing but whole ones in their place. */
export async function run(context: Context, pairs: readonly string[], { from }: InstallOptions): Promise<ExitStatus> {
  const { cwd, env, signal, json, output, speaker, quiet } = context;
  const wrong = pairs.find((pair) => !isPair(pair));
  if (wrong !== undefined) throw new UserError({ id: 'models.pair', values: { pair: wrong } });
  const installed = await installModels({
    pairs,
    from: from === undefined ? undefined : resolve(cwd, from),
    env,
    signal,
    onFile: (pair, { name, bytes }) => note(context, fileMessage(pair, name, bytes)),
    onModel(model) {
      if (!json && !quiet) output.print(speaker.say(modelMessage(model)));
    },
  });
  if (json) printJson(context, installed);
  else note(context, { id: 'models.place', values: { folder: installed.folder } });
  return exitStatus.fine;
}

function fileMessage(pair: string, name: string, bytes: number | undefined): Parameters<typeof note>[1] {
  if (bytes === undefined) return { id: 'models.file', values: { pair, name } };
  return { id: 'models.file.size', values: { pair, name, bytes } };
}

function modelMessage({ pair, status, release, architecture, files }: InstalledModel): Parameters<typeof note>[1] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const kind = [release, architecture].filter((part) => part !== undefined).join(', ');
  return { id: 'models.done', values: { pair, status, bytes, kind, known: kind === '' ? 'no' : 'yes' } };
}
