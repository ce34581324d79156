import { inferInflection } from '../../glossary/german/forms.ts';
import type { Glossary, GlossaryEntry, Language } from '../../model.ts';
import { csvLine } from './cells.ts';

/**
 * A glossary as a table, one concept a row: the term, by language its translation and what else is said of it, then what
 * the entry says. Columns that nobody uses are left out. Several forms in a cell stand on lines of their own. The byte
 * order mark is for spreadsheets, which take the text for another encoding without it.
 */
export function writeCsv({ entries }: Glossary, targets: readonly Language[]): string {
  const columns = [...ownColumns.slice(0, 2), ...targets.flatMap(columnsOf), ...ownColumns.slice(2)];
  const used = columns.filter(
    ({ name, cell }) => always.has(name) || targets.includes(name) || entries.some((entry) => cell(entry) !== ''),
  );
  const rows = entries.map((entry) => used.map(({ cell }) => cell(entry)));
  return `\uFEFF${[used.map(({ name }) => name), ...rows].map(csvLine).join('')}`;
}

interface Column {
  readonly name: string;
  cell(entry: GlossaryEntry): string;
}

/** A row without a status is a proposal, so ours have one. */
const always: ReadonlySet<string> = new Set(['term', 'status']);

const lines = (forms: readonly string[] = []): string => forms.join('\n');
const flag = (value: boolean): string => (value ? 'true' : '');

const ownColumns: readonly Column[] = [
  { name: 'term', cell: ({ term }) => term },
  { name: 'variants', cell: ({ variants }) => lines(variants) },
  {
    name: 'inflection',
    cell: ({ term, inflection }) => (inflection === inferInflection(term) ? '' : inflection),
  },
  { name: 'forms', cell: ({ forms }) => lines(forms) },
  { name: 'closed', cell: ({ closed }) => flag(closed) },
  { name: 'except', cell: ({ except }) => lines(except) },
  { name: 'case', cell: (entry) => entry.case ?? '' },
  { name: 'keep', cell: ({ keep }) => flag(keep) },
  { name: 'definition', cell: ({ definition }) => definition ?? '' },
  { name: 'note', cell: ({ note }) => note ?? '' },
  { name: 'authority', cell: ({ authority }) => authority ?? '' },
  { name: 'domain', cell: ({ domain }) => lines(domain) },
  { name: 'status', cell: ({ status }) => status },
];

function columnsOf(language: Language): readonly Column[] {
  const of = (entry: GlossaryEntry) => entry.targets[language];
  return [
    { name: language, cell: (entry) => of(entry)?.preferred ?? '' },
    { name: `${language} admitted`, cell: (entry) => lines(of(entry)?.admitted) },
    { name: `${language} forbidden`, cell: (entry) => lines(of(entry)?.forbidden) },
    { name: `${language} reading`, cell: (entry) => of(entry)?.reading ?? '' },
    { name: `${language} note`, cell: (entry) => of(entry)?.note ?? '' },
  ];
}
