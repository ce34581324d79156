import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { glossaryWriters, readGlossaryFile } from '../src/exchange/glossary/index.ts';
import { parseGlossary, readEntries } from '../src/glossary/load.ts';
import { type Incoming, mergeGlossary } from '../src/glossary/merge.ts';
import { mergedText } from '../src/glossary/write/merged-text.ts';
import type { GlossaryEntry } from '../src/model.ts';
import { anyEntries, plain } from './exchange/glossaries.ts';

interface Row {
  readonly name: string;
  readonly ours: string;
  readonly theirs: unknown;
  readonly after?: string;
  /** The id, the form and, of a translation, the language that its place says. */
  readonly problems?: readonly string[];
}

const rows: readonly Row[] = parse(readFileSync('tests/glossary/merge.yaml', 'utf8'));

test.each(rows)('$name', ({ ours, theirs, after = ours, problems = [] }) => {
  const incoming = readEntries(JSON.stringify({ terms: theirs }), 'theirs').entries.map(withPlaces);
  const merge = mergeGlossary(parseGlossary(ours, 'ours'), incoming);
  const merged = mergedText(ours, 'ours', merge);
  expect(merged).toBe(after);
  expect(
    merge.problems.map(({ text, place }) => `${text.id} ${text.values?.form}${place.file.slice('theirs'.length)}`),
  ).toEqual(problems);
  const again = mergeGlossary(parseGlossary(merged, 'ours'), incoming);
  expect([again.added, again.completed]).toEqual([[], []]);
});

/** A place says its language, so that a test can see whose it is. */
function withPlaces(entry: GlossaryEntry): Incoming {
  const places = Object.keys(entry.targets).map((language) => [
    language,
    { ...entry.place, file: `theirs ${language}` },
  ]);
  return { entry, places: Object.fromEntries(places) };
}

const newsroom = readFileSync('glossary.yaml', 'utf8');
const entries = parseGlossary(newsroom, 'glossary.yaml').entries;

test('entries that an import does not complete keep their bytes', () => {
  const change = fc.record({
    at: fc.nat(entries.length - 1),
    field: fc.constantFrom('variants', 'forms', 'definition', 'en', 'ko'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const incoming = changes.map(({ at, field }) => withPlaces(more(entries[at]!, field)));
      const merge = mergeGlossary({ entries }, incoming);
      const merged = mergedText(newsroom, 'glossary.yaml', merge);
      const touched = new Set(changes.map(({ at }) => entries[at]!.term));
      expect(chunks(merged, touched)).toEqual(chunks(newsroom, touched));
      expect(merge.problems).toEqual([]);
    }),
    { seed: 4, numRuns: 60 },
  );
});

function more(entry: GlossaryEntry, field: string): GlossaryEntry {
  const target = (language: string) => ({
    preferred: entry.targets[language]?.preferred ?? '',
    admitted: [`more ${language}`],
    forbidden: [],
  });
  const added: Readonly<Record<string, Partial<GlossaryEntry>>> = {
    variants: { variants: [`Neu ${entry.term}`] },
    forms: { forms: [`Neue ${entry.term}`] },
    definition: { definition: 'What it is' },
    en: { targets: { en: target('en') } },
    ko: { targets: { ko: target('ko') } },
  };
  return { ...entry, targets: {}, ...added[field] };
}

/** The text in pieces that begin with an entry's first line, without those of these terms. */
function chunks(text: string, without: ReadonlySet<string>): readonly string[] {
  return text.split(/^(?= {2}\S[^:#]*:)/mu).filter((chunk) => !without.has(/^ {2}([^:]*):/u.exec(chunk)?.[1] ?? ''));
}

test('a list that is longer than a glossary may have keeps its entry out, and no other', () => {
  const [first, second] = entries as [GlossaryEntry, GlossaryEntry];
  const long = { ...first, variants: Array.from({ length: 101 }, (_, at) => `Nordkorea ${at}`) };
  const merge = mergeGlossary({ entries: [] }, [withPlaces(long), withPlaces(second)]);
  expect(merge.problems.map(({ text }) => text)).toEqual([
    { id: 'glossary.many_forms', values: { field: 'variants', most: 100 } },
  ]);
  expect(parseGlossary(mergedText('', 'ours', merge), 'ours').entries).toHaveLength(1);
});

test('an exported glossary that is imported is the same one', () => {
  const wanted = { source: 'de', targets: ['en', 'ko'] };
  fc.assert(
    fc.property(anyEntries, (any) => {
      const valid = mergeGlossary({ entries: [] }, any.map(withPlaces));
      const glossary = { entries: valid.added };
      const file = readGlossaryFile({ text: glossaryWriters.tbx(glossary, wanted), path: 'a.tbx' }, wanted);
      const text = mergedText('', 'glossary.yaml', mergeGlossary({ entries: [] }, file.entries));
      expect(plain(parseGlossary(text, 'glossary.yaml').entries)).toEqual(plain(glossary.entries));
    }),
    { seed: 30042, numRuns: 150 },
  );
});
