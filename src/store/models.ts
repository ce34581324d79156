import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { isPair, type LocalModel, type LocalModels, type LocalProgram, precisionOf, roleOf } from '../local-models.ts';
import { readBytes } from './files.ts';
import { entriesOf } from './listing.ts';
import { fingerprintOf, readManifest, readModelFiles } from './model-files.ts';
import { type Environment, modelsFolder } from './models-folder.ts';

/** The models of a user. All of it throws `UserError` where the environment is wrong. */
export function openModels(env: Environment): LocalModels {
  return {
    installed: () => installedIn(modelsFolder(env)),
    read: (pair) => readModel(modelsFolder(env), pair),
    program: readProgram,
  };
}

/** One whose manifest cannot be read is as good as none: it is installed again. */
function installedIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    pairsIn(folder).flatMap((pair): readonly [string, string][] => {
      const manifest = readManifest(folder, pair);
      return manifest ? [[pair, fingerprintOf(manifest)]] : [];
    }),
  );
}

function pairsIn(folder: string): readonly string[] {
  try {
    return entriesOf(folder, '')
      .map(({ name }) => name.toString())
      .filter(isPair)
      .sort();
  } catch {
    return [];
  }
}

function readModel(folder: string, pair: string): LocalModel {
  const files = readModelFiles(folder, pair);
  const named = (role: ReturnType<typeof roleOf>) => files.filter(({ name }) => roleOf(name) === role);
  const [model, shortlist] = [named('model')[0]!, named('lex')[0]!];
  const vocabularies = [...named('vocab'), ...named('srcvocab'), ...named('trgvocab')];
  return {
    file: join(folder, pair, model.name),
    model: model.content,
    shortlist: shortlist.content,
    vocabularies: vocabularies.map(({ content }) => content),
    precision: precisionOf(model.name),
  };
}

const program = { package: '@browsermt/bergamot-translator', version: '0.4.9' };

/** What we know of how it is started holds for one version. */
function readProgram(): LocalProgram {
  const hint = { id: 'engine.local.package.hint', values: program } as const;
  const folder = packageFolder();
  if (folder === undefined) throw new UserError({ id: 'engine.local.package', values: program }, { hint });
  const read = (path: string) => readBytes(folder, path) ?? Buffer.alloc(0);
  const { version: found } = JSON.parse(read('package.json').toString('utf8'));
  if (found !== program.version)
    throw new UserError({ id: 'engine.local.package.version', values: { ...program, found } }, { hint });
  const glue = read('worker/bergamot-translator-worker.js').toString('utf8');
  return { version: program.version, glue, wasm: read('worker/bergamot-translator-worker.wasm') };
}

function packageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('@browsermt/bergamot-translator/package.json'));
  } catch {
    return undefined;
  }
}
