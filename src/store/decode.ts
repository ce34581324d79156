import { isUtf8 } from 'node:buffer';
import { exitStatus, UserError } from '../errors.ts';

/** The text of a file, with its byte order mark. Throws `UserError` for what is not UTF-8 text. */
export function decode(bytes: Buffer, path: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw unreadable('file.utf16', path, 0);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw unreadable('file.nul', path, nul);
  if (!isUtf8(bytes)) throw unreadable('file.utf8', path, firstInvalid(bytes));
  return bytes.toString('utf8');
}

/** `offset`: in bytes, of what is wrong; of `file.size`, how many there are. */
export function unreadable(
  id: 'file.nul' | 'file.size' | 'file.utf16' | 'file.utf8',
  path: string,
  offset: number,
): UserError {
  return new UserError(
    { id, values: { offset } },
    { place: { file: path }, hint: { id: 'file.hint' }, status: exitStatus.findings },
  );
}

/** Offset of the first sequence that is not UTF-8: the longest prefix that a decoder takes, by halves. */
function firstInvalid(bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  while (valid > 0 && ((bytes[valid] ?? 0) & 0xc0) === 0x80) valid -= 1;
  return valid;
}

function isPrefix(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
