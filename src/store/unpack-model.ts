import { gunzipSync } from 'node:zlib';
import { exitStatus, UserError } from '../errors.ts';
import type { FoundFile } from '../local-models.ts';
import type { Message } from '../model.ts';
import { sha256 } from './folder-hashes.ts';

/** Larger than any model of Mozilla's; what is compressed may be anything. */
export const mostModelBytes = 512 * 1024 * 1024;

/** What is in a file of a model, compressed or not. Throws `UserError` where that is not what was promised. */
export function unpackModelFile(packed: Uint8Array, { name, bytes, sha256: hash }: FoundFile): Uint8Array {
  const content = isGzip(packed) ? unzip(packed, name, bytes ?? mostModelBytes) : packed;
  if (content.length === 0) throw wrong(name, { id: 'models.empty' });
  if (bytes !== undefined && content.length !== bytes)
    throw wrong(name, { id: 'models.size', values: { found: content.length, bytes } });
  if (hash !== undefined && sha256(content) !== hash) throw wrong(name, { id: 'models.hash' });
  return content;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function unzip(packed: Uint8Array, name: string, most: number): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw wrong(name, isTooLarge ? { id: 'models.too_large', values: { bytes: most } } : { id: 'models.gzip' });
  }
}

function wrong(file: string, text: Message): UserError {
  const hint: Message = { id: 'models.wrong.hint' };
  return new UserError(text, { place: { file }, hint, status: exitStatus.incomplete });
}
