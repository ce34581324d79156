import { inferInflection } from '../../glossary/german/forms.ts';
import type { GlossaryEntry } from '../../model.ts';
import { type Row, tabbedRows } from '../delimited.ts';
import { placesIn } from '../places.ts';
import type { FileEntry, FileProblem, GlossaryFile, GlossaryText, WantedLanguages } from './file.ts';

/** Reads DeepL's file: a term and its translation a line. It does not say its languages, so one target must be wanted. */
export function readDeepLTsv({ text, path }: GlossaryText, { targets }: WantedLanguages): GlossaryFile {
  const bare = text.replace(/^\uFEFF/u, '');
  const placeAt = placesIn(bare);
  const [language = ''] = targets;
  const rows = tabbedRows(bare).filter((row) => row.some((cell) => cell.text.trim() !== ''));
  const placeOf = (row: Row) => ({ file: path, ...placeAt(row[0]?.start ?? 0) });
  const isPair = (row: Row) => row.length === 2 && row.every((cell) => cell.text.trim() !== '');
  const entries = rows.filter(isPair).map((row): FileEntry => {
    const [term = '', preferred = ''] = row.map((cell) => cell.text.trim().normalize('NFC'));
    const place = placeOf(row);
    const targets = { [language]: { preferred, admitted: [], forbidden: [] } };
    return { entry: { ...proposed(term), targets, place }, places: { [language]: place } };
  });
  const problems = rows
    .filter((row) => !isPair(row))
    .map((row): FileProblem => {
      return { message: { id: 'glossary.file.pair', values: { count: row.length } }, place: placeOf(row) };
    });
  return { entries, problems, notes: [] };
}

function proposed(term: string): Omit<GlossaryEntry, 'targets' | 'place'> {
  return {
    term,
    variants: [],
    forms: [],
    inflection: inferInflection(term),
    keep: false,
    status: 'proposed',
    closed: false,
    except: [],
  };
}
