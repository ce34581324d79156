import type { Place } from '../model.ts';
import { readText } from './files.ts';

/** Where the first of these settings stands in wordferry.yaml, for what only shows when the documents are known. */
export function settingsPlace(root: string, names: readonly string[]): Partial<Place> {
  const file = 'wordferry.yaml';
  const lines = (readText(root, file) ?? '').split(/\r\n|\r|\n/);
  const at = names.map((name) => lines.findIndex((line) => line.startsWith(`${name}:`))).find((each) => each !== -1);
  return at === undefined ? { file } : { file, line: at + 1, column: 1 };
}
