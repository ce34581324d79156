import { readBytes } from './files.ts';
import { writeAtomic } from './write-atomic.ts';

/** Writes a text where another stands, or none; nothing where it stands there already. */
export function replaceText(root: string, path: string, text: string): 'new' | 'replaced' | 'same' {
  const before = readBytes(root, path)?.toString('utf8');
  if (before === text) return 'same';
  writeAtomic(root, path, text);
  return before === undefined ? 'new' : 'replaced';
}
