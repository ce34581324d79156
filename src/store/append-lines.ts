import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeFileSync } from 'node:fs';
import { diskError, irregular } from './disk-error.ts';
import { insideRoot } from './inside.ts';
import { stateFolder } from './state-folder.ts';

/** Adds lines to a file that only grows; they are on disk when this returns. */
export function appendLines(root: string, path: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  stateFolder(root);
  try {
    const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
    const descriptor = openSync(insideRoot(root, path), O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) throw irregular(path);
      writeFileSync(descriptor, `${gapAt(descriptor, found.size)}${lines.map((line) => `${line}\n`).join('')}`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw diskError(error, path);
  }
}

/** A last line that a crash tore off must not swallow the next one. */
function gapAt(descriptor: number, size: number): '' | '\n' {
  const last = Buffer.alloc(1, 0x0a);
  if (size > 0) readSync(descriptor, last, 0, 1, size - 1);
  return last[0] === 0x0a ? '' : '\n';
}
