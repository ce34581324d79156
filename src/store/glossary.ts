import { basename, dirname, relative } from 'node:path';
import { writeAtomic } from './write-atomic.ts';

/** Replaces a glossary: the project's own or one that a person named, which may stand outside of it. */
export function writeGlossaryText(file: string, root: string, text: string): void {
  const path = relative(root, file);
  if (path.startsWith('../')) writeAtomic(dirname(file), basename(file), text);
  else writeAtomic(root, path, text);
}
