import { inferInflection } from '../../glossary/german/forms.ts';
import type { GlossaryEntry, Inflection, Language, Message, TargetTerm } from '../../model.ts';
import type { NamedRow } from './csv-columns.ts';
import type { FileEntry, FileProblem, WantedLanguages } from './file.ts';
import { inflections } from './remainder.ts';

export interface ReadRow {
  readonly entry?: FileEntry;
  readonly problems: readonly FileProblem[];
}

/** A row as an entry; none where something in it is wrong. */
export function readRow(row: NamedRow, { targets }: WantedLanguages): ReadRow {
  const problems: FileProblem[] = [];
  const refuse = (field: string, message: Message) => void problems.push({ message, place: row.place(field) });
  const fields = fieldsOf(row, refuse);
  if (fields.term === '') refuse('term', { id: 'glossary.file.no_term' });
  if (problems.length > 0) return { problems };
  const terms = targets.flatMap((language) => targetIn(row, language, fields));
  const places = targets.map((language) => [language, row.place(language)] as const);
  const entry = { ...fields, targets: Object.fromEntries(terms) };
  return { entry: { entry, places: Object.fromEntries(places) }, problems };
}

type Refuse = (field: string, message: Message) => void;

function fieldsOf(row: NamedRow, refuse: Refuse): Omit<GlossaryEntry, 'targets'> {
  const choice = <Value extends string>(field: string, values: readonly Value[]): Value | undefined => {
    const value = row.cell(field).trim();
    const found = values.find((each) => each === value.toLowerCase());
    if (value !== '' && found === undefined) refuse(field, { id: 'glossary.value', values: { field, value, values } });
    return found;
  };
  const flag = (field: string) => yes.includes(choice(field, [...yes, ...no]) ?? '');
  const term = row.cell('term').trim();
  const domain = listIn(row, 'domain');
  return {
    term,
    variants: listIn(row, 'variants'),
    forms: listIn(row, 'forms'),
    inflection: choice<Inflection>('inflection', inflections) ?? inferInflection(term),
    keep: flag('keep'),
    status: choice('status', ['proposed', 'approved', 'deprecated'] as const) ?? 'proposed',
    closed: flag('closed'),
    except: listIn(row, 'except'),
    case: choice('case', ['exact', 'any'] as const),
    definition: row.cell('definition') || undefined,
    note: row.cell('note') || undefined,
    authority: row.cell('authority') || undefined,
    domain: domain.length === 0 ? undefined : domain,
    place: row.place('term'),
  };
}

/** As people write them; spreadsheets make `TRUE` of `true`, German ones `WAHR`. */
const yes: readonly string[] = ['true', 'yes', 'x', '1', 'wahr', 'ja'];
const no: readonly string[] = ['false', 'no', '0', 'falsch', 'nein'];

/** What is kept need not be said again. */
function targetIn(
  row: NamedRow,
  language: Language,
  { term, keep }: Pick<GlossaryEntry, 'term' | 'keep'>,
): readonly (readonly [Language, TargetTerm])[] {
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
  if (!isSaid) return [];
  return [[language, keep && target.preferred === '' ? { ...target, preferred: term } : target]];
}

function listIn(row: NamedRow, name: string): readonly string[] {
  return row
    .cell(name)
    .split(/[\r\n]+/u)
    .map((form) => form.trim())
    .filter((form) => form !== '');
}
