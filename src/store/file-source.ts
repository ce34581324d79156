import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { lookInside } from './inside.ts';
import type { Source } from './memory-file.ts';

/** A file that is read piece by piece. Absent: there is none, or it cannot be read. */
export function fileSource(root: string, path: string): Source | undefined {
  try {
    const { file, found } = lookInside(root, path);
    if (found === undefined || !found.isFile()) return undefined;
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return {
      size: fstatSync(descriptor).size,
      read: (position, bytes) => fill(descriptor, position, bytes),
      close: () => closeSync(descriptor),
    };
  } catch {
    return undefined;
  }
}

/** The system gives no more than 2 GB at once. */
const mostAtOnce = 2 ** 30;

function fill<Bytes extends Uint8Array>(descriptor: number, position: number, bytes: Bytes): Bytes {
  for (let done = 0; done < bytes.length; ) {
    const length = Math.min(bytes.length - done, mostAtOnce);
    const count = readSync(descriptor, bytes, done, length, position + done);
    if (count === 0) throw new Error('The file ends here');
    done += count;
  }
  return bytes;
}
