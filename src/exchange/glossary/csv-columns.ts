import type { Language } from '../../model.ts';
import type { Row } from '../delimited.ts';
import { inLanguage, languageOf } from '../language.ts';
import { unguardFormulas } from './cells.ts';
import type { FileProblem, WantedLanguages } from './file.ts';

export interface Columns {
  /** Names as `writeCsv` writes them. */
  readonly known: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
}

/** Of two columns with one name the first counts. */
export function columnsOf(header: Row, wanted: WantedLanguages): Columns {
  const known = new Map<string, number>();
  const ignored: string[] = [];
  for (const [at, cell] of header.entries()) {
    const title = cell.text.trim();
    const name = nameOf(title, wanted);
    if (name !== undefined && !known.has(name)) known.set(name, at);
    else if (title !== '') ignored.push(title);
  }
  return { known, ignored };
}

/** `EN_US Admitted` is `en admitted` where that is wanted. */
function nameOf(title: string, { source, targets }: WantedLanguages): string | undefined {
  const [first = '', ...rest] = title.toLowerCase().split(/\s+/u);
  const detail = rest.join(' ');
  if (ownNames.has(first) && detail === '') return first;
  const language = tagIn(first);
  if (language === undefined) return undefined;
  if (inLanguage([{ language: source }], language)) return detail === '' ? 'term' : undefined;
  const tags = targets.map((each) => ({ language: each }));
  const target = inLanguage(tags, language)?.language;
  if (target === undefined) return undefined;
  if (detail === '') return target;
  return targetNames.has(detail) ? `${target} ${detail}` : undefined;
}

/** A name that has the shape of a language's. */
export function tagIn(name: string): Language | undefined {
  return /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(name) ? languageOf(name) : undefined;
}

const ownNames: ReadonlySet<string> = new Set([
  'term',
  'variants',
  'inflection',
  'forms',
  'closed',
  'except',
  'case',
  'keep',
  'definition',
  'note',
  'authority',
  'domain',
  'status',
]);
const targetNames: ReadonlySet<string> = new Set(['admitted', 'forbidden', 'reading', 'note']);

type PlaceAt = (offset: number) => FileProblem['place'];

/** A row by the names of its columns. */
export interface NamedRow {
  cell(name: string): string;
  place(name: string): FileProblem['place'];
}

export function rowOf(row: Row, columns: Columns['known'], placeAt: PlaceAt): NamedRow {
  const cellAt = (name: string) => row[columns.get(name) ?? -1];
  return {
    cell: (name) => unguardFormulas(cellAt(name)?.text ?? '').normalize('NFC'),
    place: (name) => placeAt((cellAt(name) ?? row[0])?.start ?? 0),
  };
}
