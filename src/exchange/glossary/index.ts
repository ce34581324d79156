import { UserError } from '../../errors.ts';
import type { Glossary, Language } from '../../model.ts';
import { inLanguage } from '../language.ts';
import { tagIn } from './csv-columns.ts';
import { readCsv } from './csv-read.ts';
import { writeCsv } from './csv-write.ts';
import { readDeepLTsv } from './deepl-read.ts';
import { deeplRows, writeDeepLTsv } from './deepl-rows.ts';
import type { GlossaryFile, GlossaryText, WantedLanguages } from './file.ts';
import type { GlossaryFormat } from './formats.ts';
import { readTbx } from './tbx.ts';
import { tbx2, tbx3 } from './tbx-versions.ts';
import { writeTbx } from './tbx-write.ts';

export type { GlossaryFile, WantedLanguages } from './file.ts';
export type { GlossaryFormat } from './formats.ts';

/** A glossary in one of the formats, without what the format cannot hold: that is in `deeplRows`. */
export const glossaryWriters: Readonly<
  Record<GlossaryFormat, (glossary: Glossary, languages: WantedLanguages) => string>
> = {
  tbx: (glossary, languages) => writeTbx(glossary, tbx3, languages),
  'tbx-v2': (glossary, languages) => writeTbx(glossary, tbx2, languages),
  csv: (glossary, { targets }) => writeCsv(glossary, targets),
  deepl: (glossary, { targets: [language = ''] }) => writeDeepLTsv(deeplRows(glossary, language)),
};

const extensions: readonly (readonly [extension: string, GlossaryFormat])[] = [
  ['.tbx', 'tbx'],
  ['.xml', 'tbx'],
  ['.csv', 'csv'],
  ['.tsv', 'deepl'],
];

/** By a file's extension. */
export function glossaryFormatOf(path: string): GlossaryFormat | undefined {
  return extensions.find(([extension]) => path.toLowerCase().endsWith(extension))?.[1];
}

/** Throws `UserError` where nothing can be read. */
export function readGlossaryFile(file: GlossaryText, wanted: WantedLanguages): GlossaryFile {
  const format = glossaryFormatOf(file.path);
  if (format === undefined) {
    const values = { extensions: extensions.map(([extension]) => extension) };
    throw new UserError({ id: 'glossary.file.unknown', values }, { place: { file: file.path } });
  }
  if (format !== 'deepl') return readers[format](file, wanted);
  if (hasHeader(file.text, wanted.source)) return readCsv(file, wanted);
  if (wanted.targets.length === 1) return readDeepLTsv(file, wanted);
  throw new UserError({ id: 'glossary.file.one', values: { targets: wanted.targets } }, { place: { file: file.path } });
}

const readers = { tbx: readTbx, 'tbx-v2': readTbx, csv: readCsv } as const;

/** DeepL's files have none; a table with tabs says `term`, or the language. */
function hasHeader(text: string, source: Language): boolean {
  const first = /^\uFEFF?([^\t\r\n]*)\t/u.exec(text)?.[1]?.trim() ?? '';
  if (first === 'term') return true;
  const language = tagIn(first);
  return language !== undefined && inLanguage([{ language: source }], language) !== undefined;
}
