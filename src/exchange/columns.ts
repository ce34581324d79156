import type { Language } from '../model.ts';
import type { StatedLanguages } from './bilingual.ts';
import { inLanguage, languageOf } from './language.ts';

/** Which columns of a table are what, and what its first line says of the languages. */
export interface Columns {
  readonly source: number;
  readonly target: number;
  readonly id: number;
  readonly languages: StatedLanguages;
}

/** Where no line says anything. */
export const usualColumns: Columns = { source: 0, target: 1, id: 2, languages: {} };

/**
 * What a first line says that is a header: `source` and `target`, or the languages; `undefined` where it is none.
 * Two words of a text may be tags too (`ja`, `no`): where the command line names the languages, only these are.
 */
export function columnsOf(cells: readonly string[], wanted: StatedLanguages): Columns | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const tags = names.flatMap((name, index) => {
    const language = isTag.test(name) && !idNames.includes(name) ? languageOf(name) : undefined;
    return language === undefined ? [] : [{ language, index }];
  });
  const column = (name: string, language: Language | undefined) => {
    if (names.includes(name)) return names.indexOf(name);
    return language === undefined ? undefined : inLanguage(tags, language)?.index;
  };
  const other = (taken: number | undefined) => tags.find(({ index }) => index !== taken)?.index;
  const said = { source: column('source', wanted.source), target: column('target', wanted.target) };
  const source = said.source ?? (wanted.source === undefined ? other(said.target) : undefined);
  const target = said.target ?? (wanted.target === undefined ? other(source) : undefined);
  if (source === undefined || target === undefined || source === target) return undefined;
  const languageAt = (at: number) => tags.find(({ index }) => index === at)?.language;
  const id = names.findIndex((name) => idNames.includes(name));
  return { source, target, id, languages: { source: languageAt(source), target: languageAt(target) } };
}

const isTag = /^[a-z]{2}(?:[-_][a-z0-9]{2,8})*$/;
const idNames: readonly string[] = ['id', 'key', 'segment', 'name', 'context'];
