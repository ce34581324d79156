import type { Entry, Place, ReviewFile } from '../model.ts';

/** Where an entry's target stands in the review file: the first line of its text. */
export function placeOf({ path, text, languages }: ReviewFile, entry: Entry): Place {
  const start = entry.lines?.start;
  if (text === undefined || start === undefined) return { file: path, line: 1, column: 1 };
  const lines = text.split('\n').slice(start, entry.lines?.end);
  const at = lines.findIndex((line) => new RegExp(`^\\s*(?:- +)?${languages.target}:`).test(line));
  const block = /:\s*[|>][-+0-9]*\s*(?:#.*)?$/.test(lines[at] ?? '') && entry.target !== '';
  const line = Math.max(0, at) + (block ? 1 : 0);
  return { file: path, line: start + line + 1, column: (lines[line]?.search(/\S/) ?? 0) + 1 };
}
