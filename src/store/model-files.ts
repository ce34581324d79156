import { join } from 'node:path';
import { z } from 'zod';
import { exitStatus, UserError } from '../errors.ts';
import { missingRoles, roleOf } from '../local-models.ts';
import type { Message } from '../model.ts';
import { attempt } from './attempt.ts';
import { readBytes } from './files.ts';
import { sha256 } from './folder-hashes.ts';

/** `manifest.json` of an installed model: what else stands in its folder is none of it. */
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';

/** Another number is another program's: that model counts as not installed. */
export const manifestVersion = 1;

const manifestSchema = z.object({
  version: z.literal(manifestVersion),
  release: z.string().optional(),
  architecture: z.string().optional(),
  files: z
    .array(
      z.object({
        name: z.string().refine((name) => roleOf(name) !== undefined),
        bytes: z.number().int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
    )
    .refine((files) => missingRoles(files.map(({ name }) => name)).length === 0),
});

export interface ModelFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** `undefined` where there is none, or none that can be read. */
export function readManifest(folder: string, pair: string): Manifest | undefined {
  const bytes = attempt(() => readBytes(folder, `${pair}/${manifestName}`));
  if (bytes === undefined || bytes instanceof UserError) return undefined;
  return manifestSchema.safeParse(parsed(bytes)).data;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What can change its answers, in one hash. */
export function fingerprintOf({ files }: Manifest): string {
  return sha256(files.map(({ name, sha256: hash }) => `${name} ${hash}\n`).join(''));
}

/** The files of a model as they were installed. Throws `UserError` where one is missing or changed since, or is a link. */
export function readModelFiles(folder: string, pair: string): readonly ModelFile[] {
  const manifest = readManifest(folder, pair);
  if (manifest === undefined) throw damaged(join(folder, pair, manifestName), pair);
  return manifest.files.map(({ name, sha256: hash }) => {
    const content = attempt(() => readBytes(folder, `${pair}/${name}`));
    if (content === undefined || content instanceof UserError || sha256(content) !== hash)
      throw damaged(join(folder, pair, name), pair);
    return { name, content };
  });
}

function damaged(file: string, pair: string): UserError {
  const hint: Message = { id: 'models.damaged.hint', values: { pair } };
  return new UserError({ id: 'models.damaged' }, { place: { file }, hint, status: exitStatus.damaged });
}
