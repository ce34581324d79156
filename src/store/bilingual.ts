import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { decode } from './decode.ts';
import { diskError, readBytes } from './files.ts';
import { lookInside } from './inside.ts';

const mebibyte = 1024 * 1024;

/** More than this is split by the tools that make them. */
const mostBytes = 100 * mebibyte;

/** Memories are large. */
const mostMemory = 200 * mebibyte;

/**
 * The text of another tool's file that a person named: it may stand anywhere, also behind links. UTF-8, or UTF-16 with
 * its mark, as Trados writes it. `path`: as it was typed. Throws `UserError` for what is no such text.
 */
export function readBilingualText(file: string, path: string): string {
  return readNamed(file, path, mostBytes);
}

/** The same for a memory. */
export function readMemoryText(file: string, path: string): string {
  return readNamed(file, path, mostMemory);
}

/** The text of a memory that the project has. Throws `UserError` for what is no text. */
export function readOwnMemory(root: string, path: string): string {
  const { found } = lookInside(root, path);
  if (found !== undefined && found.size > mostMemory) throw tooLarge(path, found.size, mostMemory);
  return decodeAny(readBytes(root, path) ?? Buffer.alloc(0), path);
}

function readNamed(file: string, path: string, most: number): string {
  if (!existsSync(file)) throw new UserError({ id: 'file.missing' }, { place: { file: path } });
  const real = realpathSync(file);
  const { size } = statSync(real);
  if (size > most) throw tooLarge(path, size, most);
  try {
    const bytes = readBytes(dirname(real), basename(real));
    return bytes === undefined ? '' : decodeAny(bytes, path);
  } catch (error) {
    if (!(error instanceof UserError)) throw diskError(error, path);
    throw new UserError(error.text, { place: { file: path }, status: error.status });
  }
}

function tooLarge(path: string, size: number, most: number): UserError {
  return new UserError({ id: 'bilingual.size', values: { size, most: most / mebibyte } }, { place: { file: path } });
}

function decodeAny(bytes: Buffer, path: string): string {
  const encoding = utf16Of(bytes);
  if (encoding === undefined) return decode(bytes, path);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError({ id: 'bilingual.utf16' }, { place: { file: path } });
  }
}

function utf16Of([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
