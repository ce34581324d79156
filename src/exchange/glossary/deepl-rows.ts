import { targetTerm } from '../../glossary/target-term.ts';
import type { Glossary, GlossaryEntry, Language } from '../../model.ts';
import type { FileProblem } from './file.ts';

/** What DeepL takes of a glossary for a pair of languages. */
export interface DeepLRows {
  /** By the German term; in the glossary's order. */
  readonly rows: ReadonlyMap<string, string>;
  /** What does not go into it. */
  readonly problems: readonly FileProblem[];
  /** Terms that have no translation. */
  readonly untranslated: readonly string[];
}

/**
 * A row for the term and each variant; what is kept is its own translation. DeepL knows one translation a term, so admitted
 * forms have no row, and no rule against forbidden ones. Deprecated entries bind nobody.
 */
export function deeplRows({ entries }: Glossary, language: Language): DeepLRows {
  const owners = new Map<string, GlossaryEntry>();
  const rows = new Map<string, string>();
  const problems: FileProblem[] = [];
  const untranslated: string[] = [];
  for (const entry of entries.filter(({ status }) => status !== 'deprecated')) {
    const { preferred = '' } = targetTerm(entry, language) ?? {};
    if (preferred === '') untranslated.push(entry.term);
    else
      for (const source of new Set([entry.term, ...entry.variants])) {
        const problem = problemOf(source, { target: preferred, owner: owners.get(source) });
        if (problem === undefined) rows.set(source, preferred);
        else problems.push({ message: problem, place: entry.place });
        owners.set(source, owners.get(source) ?? entry);
      }
  }
  return { rows, problems, untranslated };
}

/** Bytes of UTF-8, of a phrase and of a dictionary (developers.deepl.com/docs/customize/managing-glossaries). */
const longestPhrase = 1024;
export const largestDictionary = 10 * 1024 * 1024;

function problemOf(
  source: string,
  { target, owner }: { readonly target: string; readonly owner: GlossaryEntry | undefined },
): FileProblem['message'] | undefined {
  const phrase = [source, target].find((text) => bytesOf(text) > longestPhrase);
  if (phrase !== undefined) return { id: 'glossary.deepl.long', values: { term: source, most: longestPhrase } };
  const values = { term: source };
  if (owner !== undefined) return { id: 'glossary.deepl.twice', values: { ...values, line: owner.place.line } };
  const isBroken = [source, target].some((text) => /[\p{Cc}\u2028\u2029]/u.test(text) || text.trim() === '');
  if (isBroken) return { id: 'glossary.deepl.control', values };
  // deepl-node takes such names for terms that it has.
  return source in Object.prototype ? { id: 'glossary.deepl.word', values } : undefined;
}

/** DeepL's file: one row a line, without a header, nothing quoted. */
export function writeDeepLTsv({ rows }: Pick<DeepLRows, 'rows'>): string {
  return [...rows].map(([source, target]) => `${source}\t${target}\n`).join('');
}

/** Bytes of that file. */
export function sizeOfRows(rows: Pick<DeepLRows, 'rows'>): number {
  return bytesOf(writeDeepLTsv(rows));
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair counts for two of its four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
