import { UserError } from '../errors.ts';
import type {
  BilingualFile,
  BilingualProblem,
  BilingualReader,
  BilingualSegment,
  BilingualText,
  StatedLanguages,
} from './bilingual.ts';
import { type Columns, columnsOf, usualColumns } from './columns.ts';
import { type Row, separatedRows, tabbedRows } from './delimited.ts';
import { type PlaceAt, placesIn } from './places.ts';

/** Tables of source, target and id, in this order or as their first line says. */
export const tsv: BilingualReader = {
  id: 'tsv',
  extensions: ['.tsv'],
  read: (file, wanted) => readRows(tabbedRows(file.text), file, wanted),
};

export const csv: BilingualReader = {
  id: 'csv',
  extensions: ['.csv'],
  read(file, wanted) {
    const rows = separatedRows(file.text);
    if ('open' in rows) {
      const place = { file: file.path, ...placesIn(file.text)(rows.open) };
      throw new UserError({ id: 'bilingual.quote' }, { place });
    }
    return readRows(rows, file, wanted);
  },
};

function readRows(rows: readonly Row[], { text }: BilingualText, wanted: StatedLanguages): BilingualFile {
  const header = columnsOf(
    (rows[0] ?? []).map((cell) => cell.text),
    wanted,
  );
  const columns = header ?? usualColumns;
  const languages = {
    source: wanted.source ?? columns.languages.source,
    target: wanted.target ?? columns.languages.target,
  };
  const placeAt = placesIn(text);
  const segments: BilingualSegment[] = [];
  const problems: BilingualProblem[] = [];
  for (const row of header === undefined ? rows : rows.slice(1)) {
    if (row.every((cell) => cell.text.trim() === '')) continue;
    const segment = segmentOf(row, columns, placeAt);
    if (segment === undefined)
      problems.push({
        message: { id: 'bilingual.row', values: { count: row.length } },
        place: placeAt(row[0]?.start ?? 0),
      });
    else segments.push({ ...segment, languages });
  }
  return { segments, problems };
}

function segmentOf(row: Row, columns: Columns, placeAt: PlaceAt): Omit<BilingualSegment, 'languages'> | undefined {
  const [source, target] = [row[columns.source], row[columns.target]];
  if (source === undefined || target === undefined) return undefined;
  const place = placeAt(target.start);
  return {
    id: row[columns.id]?.text.trim() || String(place.line),
    unit: 'paragraph',
    source: source.text,
    target: target.text,
    place,
    isLiteral: target.isLiteral && !/[\r\n]/.test(target.text),
    reserved: target.reserved,
  };
}
