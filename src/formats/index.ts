import type { Format } from '../model.ts';
import { text } from './text.ts';

/** Every format; the first that knows a file's extension reads it. */
export const formats: readonly Format[] = [text];

export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}
