import type { Format } from '../model.ts';
import { srt } from './srt.ts';
import { text } from './text.ts';
import { vtt } from './vtt.ts';
import { yaml } from './yaml.ts';

/** Every format; the first that knows a file's extension reads it. */
export const formats: readonly Format[] = [text, yaml, srt, vtt];

export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}

/** For a single file that somebody names: plain text where no format knows it. */
export function formatFor(path: string): Format {
  return formatOf(path) ?? text;
}
