import { UserError } from '../errors.ts';
import { isLanguageTag } from '../language-tag.ts';
import type { Language, Languages } from '../model.ts';
import type { BilingualFile, BilingualReader, BilingualSegment, BilingualText, StatedLanguages } from './bilingual.ts';
import { languageOf } from './language.ts';
import { po } from './po.ts';
import { csv, tsv } from './table.ts';
import { tmx } from './tmx.ts';
import { xliff } from './xliff.ts';

export type { StatedLanguages } from './bilingual.ts';

const readers: readonly BilingualReader[] = [xliff, tmx, po, tsv, csv];

/** A file whose pairs all have their languages. */
export interface ReadFile extends Pick<BilingualFile, 'problems'> {
  readonly path: string;
  readonly segments: readonly ReadSegment[];
}
export interface ReadSegment extends BilingualSegment {
  readonly languages: Languages;
}

/** Whether a file is one of another tool's, by its extension. */
export function isBilingual(path: string): boolean {
  return readerOf(path) !== undefined;
}

/** What the command line says, as tags. Throws `UserError` for what is none. */
export function wantedLanguages({ source, target }: StatedLanguages): StatedLanguages {
  return { source: tagOf(source), target: tagOf(target) };
}

function tagOf(name: string | undefined): Language | undefined {
  const tag = languageOf(name);
  if (name === undefined || (tag !== undefined && isLanguageTag(tag))) return tag;
  throw new UserError({ id: 'bilingual.tag', values: { tag: name } });
}

/**
 * Reads a bilingual file. Throws `UserError` with the place where it is none, and where neither it nor the command line
 * names a language.
 */
export function readBilingual(file: BilingualText, wanted: StatedLanguages): ReadFile {
  const bare = { ...file, text: file.text.replace(/^\uFEFF/, '') };
  const { segments = [], problems = [] } = readerOf(file.path)?.read(bare, wanted) ?? {};
  return { path: file.path, problems, segments: segments.map((segment) => withLanguages(segment, file.path)) };
}

function withLanguages(segment: BilingualSegment, path: string): ReadSegment {
  const { source, target } = segment.languages;
  if (source !== undefined && target !== undefined) return { ...segment, languages: { source, target } };
  const option = source === undefined ? '--source' : '--target';
  throw new UserError(
    { id: 'bilingual.language', values: { option } },
    { place: { file: path }, hint: { id: 'bilingual.language.hint' } },
  );
}

function readerOf(path: string): BilingualReader | undefined {
  const name = path.toLowerCase();
  return readers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}
