import { isMarian } from '../engines/marian.ts';
import { readRegistry } from '../engines/model-registry.ts';
import { modelsAddress } from '../engines/models-address.ts';
import { exitStatus, UserError } from '../errors.ts';
import { type FoundFile, type FoundModel, roleOf } from '../local-models.ts';
import { installedAlready, writeModel } from '../store/install-model.ts';
import type { Manifest, ModelFile } from '../store/model-files.ts';
import { findModelIn } from '../store/model-source.ts';
import { type Environment, modelsFolder } from '../store/models-folder.ts';
import { unpackModelFile } from '../store/unpack-model.ts';

export interface Installation {
  /** `de-en` */
  readonly pairs: readonly string[];
  /** A folder with their files, in place of Mozilla's list. */
  readonly from?: string | undefined;
  readonly env: Environment;
  readonly signal: AbortSignal;
  readonly onFile: (pair: string, file: FoundFile) => void;
  readonly onModel: (model: InstalledModel) => void;
}

export interface InstalledModel extends Omit<Manifest, 'version'> {
  readonly pair: string;
  /** `unchanged`: it was there, whole and the same. */
  readonly status: 'installed' | 'unchanged';
}

export interface Installed {
  readonly folder: string;
  readonly models: readonly InstalledModel[];
}

/** One model after the other: what is whole is installed, whatever becomes of the next. Throws `UserError`. */
export async function installModels(installation: Installation): Promise<Installed> {
  const { pairs, env, onModel } = installation;
  const folder = modelsFolder(env);
  const find = await finderFor(installation);
  const models: InstalledModel[] = [];
  for (const found of [...new Set(pairs)].map(find)) {
    const model = await install(folder, found, installation);
    models.push(model);
    onModel(model);
  }
  return { folder, models };
}

async function finderFor({ from, env, signal }: Installation): Promise<(pair: string) => FoundModel> {
  if (from !== undefined) return (pair) => findModelIn(from, pair);
  return (await readRegistry(modelsAddress(env), signal)).find;
}

async function install(folder: string, found: FoundModel, { onFile }: Installation): Promise<InstalledModel> {
  const { pair } = found;
  const known = installedAlready(folder, found);
  if (known !== undefined) return { pair, status: 'unchanged', ...described(known) };
  const files: ModelFile[] = [];
  for (const file of found.files) {
    onFile(pair, file);
    files.push(checked({ name: file.name, content: unpackModelFile(await file.read(), file) }));
  }
  return { pair, status: 'installed', ...described(writeModel(folder, found, files)) };
}

function checked(file: ModelFile): ModelFile {
  if (roleOf(file.name) !== 'model' || isMarian(file.content)) return file;
  throw new UserError(
    { id: 'models.not_marian' },
    { place: { file: file.name }, hint: { id: 'models.wrong.hint' }, status: exitStatus.incomplete },
  );
}

const described = ({ version: _, ...manifest }: Manifest): Omit<Manifest, 'version'> => manifest;
