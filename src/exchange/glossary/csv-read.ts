import { UserError } from '../../errors.ts';
import { type Row, separatedRows } from '../delimited.ts';
import { placesIn } from '../places.ts';
import { columnsOf, rowOf } from './csv-columns.ts';
import { readRow } from './csv-row.ts';
import type { GlossaryFile, GlossaryText, WantedLanguages } from './file.ts';

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
