import type { Format } from '../model.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import { po } from './po.ts';
import { srt } from './srt.ts';
import { text } from './text.ts';
import { vtt } from './vtt.ts';
import { yaml } from './yaml.ts';

/** Every format; the first that knows a file's extension reads it. */
export const formats: readonly Format[] = [markdown, mdx, html, json, yaml, po, srt, vtt, text];

export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}

/** For a single file that somebody names: plain text where no format knows it. */
export function formatFor(path: string): Format {
  return formatOf(path) ?? text;
}
