import { UserError } from '../../errors.ts';
import { inferInflection } from '../../glossary/german/forms.ts';
import type { GlossaryEntry, Inflection, Language, Message, TargetTerm } from '../../model.ts';
import { type Row, separatedRows } from '../delimited.ts';
import { inLanguage, languageOf } from '../language.ts';
import { placesIn } from '../places.ts';
import { unguardFormulas } from './cells.ts';
import type { FileEntry, FileProblem, GlossaryFile, GlossaryText, WantedLanguages } from './file.ts';
import { inflections } from './remainder.ts';

/** Reads a table with a header: `term`, or the language of the sources, then languages and what `writeCsv` writes. */
export function readCsv({ text, path }: GlossaryText, wanted: WantedLanguages): GlossaryFile {
  const bare = text.replace(/^\uFEFF/u, '');
  const placeAt = placesIn(bare);
  const place = (offset: number) => ({ file: path, ...placeAt(offset) });
  const rows = separatedRows(bare);
  if ('open' in rows) throw new UserError({ id: 'bilingual.quote' }, { place: place(rows.open) });
  const [header = [], ...others] = rows;
  const columns = columnsOf(header, wanted);
  if (!columns.known.has('term')) {
    const values = { language: wanted.source };
    throw new UserError(
      { id: 'glossary.file.header', values },
      { place: place(0), hint: { id: 'glossary.file.header.hint' } },
    );
  }
  const read = others.filter(isFilled).map((row) => readRow(rowOf(row, columns.known, place), wanted));
  const { ignored } = columns;
  return {
    entries: read.flatMap(({ entry }) => entry ?? []),
    problems: read.flatMap(({ problems }) => problems),
    notes: ignored.length === 0 ? [] : [{ id: 'glossary.file.columns', values: { columns: ignored.join(', ') } }],
  };
}

function isFilled(row: Row): boolean {
  return row.some(({ text }) => text.trim() !== '');
}

interface Columns {
  /** Names as `writeCsv` writes them. */
  readonly known: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
}

/** `EN_US admitted` is `en admitted` where that is wanted; of two columns with one name the first counts. */
function columnsOf(header: Row, { source, targets }: WantedLanguages): Columns {
  const known = new Map<string, number>();
  const ignored: string[] = [];
  const tags = targets.map((language) => ({ language }));
  for (const [at, cell] of header.entries()) {
    const [first = '', ...rest] = cell.text.trim().split(/\s+/u);
    const language = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(first) ? languageOf(first) : undefined;
    const target = language && inLanguage(tags, language)?.language;
    const isSource = rest.length === 0 && language !== undefined && inLanguage([{ language: source }], language);
    const name = isSource
      ? 'term'
      : [target ?? first.toLowerCase(), ...rest.map((word) => word.toLowerCase())].join(' ');
    const isKnown =
      ownNames.has(name) ||
      (target !== undefined && (rest.length === 0 || targetNames.has(name.slice(target.length + 1))));
    if (isKnown && !known.has(name)) known.set(name, at);
    else if (cell.text.trim() !== '') ignored.push(cell.text.trim());
  }
  return { known, ignored };
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
interface NamedRow {
  cell(name: string): string;
  place(name: string): FileProblem['place'];
}

function rowOf(row: Row, columns: Columns['known'], placeAt: PlaceAt): NamedRow {
  const cellAt = (name: string) => row[columns.get(name) ?? -1];
  return {
    cell: (name) => unguardFormulas(cellAt(name)?.text ?? '').normalize('NFC'),
    place: (name) => placeAt((cellAt(name) ?? row[0])?.start ?? 0),
  };
}

function readRow(row: NamedRow, { targets }: WantedLanguages): { entry?: FileEntry; problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const refuse = (field: string, message: Message) => void problems.push({ message, place: row.place(field) });
  const choice = <Value extends string>(field: string, values: readonly Value[]): Value | undefined => {
    const value = row.cell(field).trim();
    const found = values.find((each) => each === value);
    if (value !== '' && found === undefined) refuse(field, { id: 'glossary.value', values: { field, value, values } });
    return found;
  };
  const flag = (field: string) => yes.has(choice(field, [...yes, ...no]) ?? '');
  const term = row.cell('term').trim();
  const entry: GlossaryEntry = {
    term,
    variants: listIn(row, 'variants'),
    forms: listIn(row, 'forms'),
    inflection: choice<Inflection>('inflection', inflections) ?? inferInflection(term),
    keep: flag('keep'),
    status: choice('status', ['proposed', 'approved', 'deprecated'] as const) ?? 'proposed',
    closed: flag('closed'),
    except: listIn(row, 'except'),
    case: choice('case', ['exact', 'any'] as const),
    targets: Object.fromEntries(targets.flatMap((language) => targetIn(row, language))),
    definition: row.cell('definition') || undefined,
    note: row.cell('note') || undefined,
    authority: row.cell('authority') || undefined,
    domain: listIn(row, 'domain').length === 0 ? undefined : listIn(row, 'domain'),
    place: row.place('term'),
  };
  if (term === '') refuse('term', { id: 'glossary.file.no_term' });
  const places = Object.fromEntries(targets.map((language) => [language, row.place(language)]));
  return problems.length === 0 ? { entry: { entry, places }, problems } : { problems };
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', '1', 'x']);
const no: readonly string[] = ['false', 'no', '0'];

function targetIn(row: NamedRow, language: Language): readonly (readonly [Language, TargetTerm])[] {
  const note = row.cell(`${language} note`) || undefined;
  const reading = row.cell(`${language} reading`).trim() || undefined;
  const target: TargetTerm = {
    preferred: row.cell(language).trim(),
    admitted: listIn(row, `${language} admitted`),
    forbidden: listIn(row, `${language} forbidden`),
    ...(note !== undefined && { note }),
    ...(reading !== undefined && { reading }),
  };
  const isSaid = Object.values(target).some((value) => value.length > 0);
  return isSaid ? [[language, target]] : [];
}

function listIn(row: NamedRow, name: string): readonly string[] {
  return row
    .cell(name)
    .split(/[\r\n]+/u)
    .map((form) => form.trim())
    .filter((form) => form !== '');
}
