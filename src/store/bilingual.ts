import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { decode } from './decode.ts';
import { diskError, readBytes } from './files.ts';

/** Memories are large; more than this is split by the tools that make them. */
const mostBytes = 100 * 1024 * 1024;

/**
 * The text of another tool's file that a person named: it may stand anywhere, also behind links. UTF-8, or UTF-16 with
 * its mark, as Trados writes it. `path`: as it was typed. Throws `UserError` for what is no such text.
 */
export function readBilingualText(file: string, path: string): string {
  if (!existsSync(file)) throw new UserError({ id: 'file.missing' }, { place: { file: path } });
  const real = realpathSync(file);
  const { size } = statSync(real);
  if (size > mostBytes) throw new UserError({ id: 'bilingual.size', values: { size } }, { place: { file: path } });
  try {
    const bytes = readBytes(dirname(real), basename(real));
    return bytes === undefined ? '' : decodeAny(bytes, path);
  } catch (error) {
    if (!(error instanceof UserError)) throw diskError(error, path);
    throw new UserError(error.text, { place: { file: path }, status: error.status });
  }
}

function decodeAny(bytes: Buffer, path: string): string {
  const encoding = utf16Of(bytes);
  if (encoding === undefined) return decode(bytes, path);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError({ id: 'bilingual.utf16' });
  }
}

function utf16Of([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
