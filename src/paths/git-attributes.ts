import type { PathSettings } from './translation-paths.ts';

/** What git and GitHub are told of files: a pattern, and attributes as `.gitattributes` has them. */
export interface AttributeLine {
  readonly pattern: string;
  readonly attributes: readonly string[];
}

/**
 * Translated files fold up in a pull request, review files are shown, and no line break is ever changed. Of several lines
 * for a file the last one counts.
 */
export function attributeLines(settings: PathSettings): readonly AttributeLine[] {
  const { source, include, target, reviews } = settings;
  const isOurs = include === undefined && target.startsWith('translations/{lang}/');
  const own: readonly AttributeLine[] = isOurs
    ? [
        { pattern: `source-${source}/**`, attributes: ['-text'] },
        { pattern: 'translations/**', attributes: ['-text', 'linguist-generated'] },
      ]
    : patternsOf(settings).map((pattern) => ({ pattern, attributes: ['linguist-generated'] }));
  const review = isOurs && reviews === undefined ? 'translations/**/*.review.yaml' : '*.review.yaml';
  return [...own, { pattern: review, attributes: ['-text', '-linguist-generated'] }];
}

/** The translated files of each language. Where they stand among originals, and no folder tells them apart, their names do. */
function patternsOf({ source, targets, include = [], target }: PathSettings): readonly string[] {
  const folders = include.length === 0 ? [`source-${source}`] : include.map(fixedFolder);
  const dirs = [...new Set(folders)].map((folder) => (folder === '' ? '**' : `${folder}/**`));
  return [...new Set(targets.flatMap((language) => dirs.map((dir) => patternOf(target, { language, dir }))))];
}

const values = { path: '**', name: '*', ext: '*' };

function patternOf(target: string, { language, dir }: { readonly language: string; readonly dir: string }): string {
  const all: Readonly<Record<string, string>> = { ...values, lang: language, dir };
  const pattern = target
    .split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? (all[part.slice(1, -1)] ?? '*') : part.replace(/[\\[\]*?]/g, '\\$&')))
    .join('');
  return /\s|^["#!]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern;
}

/** In front of the first wildcard. */
export const fixedFolder = (glob: string): string =>
  glob
    .split(/[*?[{]/, 1)[0]
    ?.split('/')
    .slice(0, -1)
    .join('/') ?? '';

/**
 * The text of a `.gitattributes` with what it lacks. What it says of a pattern itself stays, whatever it is; a new line
 * stands above those that are to count more.
 */
export function withAttributes(text: string, wanted: readonly AttributeLine[]): string {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const { length } = lines;
  let above = lines.length;
  for (const { pattern, attributes } of wanted.toReversed()) {
    const own = lines.flatMap((line, at) => (patternIn(line) === pattern ? [at] : []));
    const said = own.flatMap((at) => namesIn(lines[at] ?? ''));
    const missing = attributes.filter((attribute) => !said.includes(nameOf(attribute)));
    const at = Math.min(above, own.length === 0 ? above : 1 + Math.max(...own));
    if (missing.length > 0) lines.splice(at, 0, [pattern, ...missing].join(' '));
    above = Math.min(at, ...own);
  }
  return lines.length === length ? text : `${lines.join('\n')}\n`;
}

const patternIn = (line: string): string | undefined => /^\s*("(?:[^"\\]|\\.)*"|\S+)/.exec(line)?.[1];

const namesIn = (line: string): readonly string[] => line.trim().split(/\s+/).slice(1).map(nameOf);

/** `-text`, `!text` and `text=auto` are about `text`. */
const nameOf = (attribute: string): string => attribute.replace(/^[-!]/, '').split('=', 1)[0] ?? '';
