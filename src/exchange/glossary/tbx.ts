import { inLanguage } from '../language.ts';
import { placesIn } from '../places.ts';
import type { Concept } from './concept.ts';
import type { FileEntry, GlossaryFile, GlossaryText, WantedLanguages } from './file.ts';
import { fromConcept } from './from-concept.ts';
import { readConcepts } from './tbx-read.ts';

/** Reads TBX. Of the languages those count that are wanted; `en-US` is taken for `en`. */
export function readTbx(file: GlossaryText, wanted: WantedLanguages): GlossaryFile {
  const placeAt = placesIn(file.text);
  const place = (offset: number) => ({ file: file.path, ...placeAt(offset) });
  const counts = { source: 0, targets: 0 };
  const entries = readConcepts(file).flatMap(({ concept, offset }): readonly FileEntry[] => {
    const narrowed = inLanguages(concept, wanted);
    const entry = fromConcept(narrowed, wanted.source);
    if (entry === undefined) counts.source += 1;
    else if (concept.languages.length > 1 && narrowed.languages.length === 1 && !entry.keep) counts.targets += 1;
    else {
      const places = narrowed.languages.map((each) => [each.language, place(each.offset ?? offset)] as const);
      return [{ entry: { ...entry, place: place(offset) }, places: Object.fromEntries(places) }];
    }
    return [];
  });
  return { entries, problems: [], notes: notesOf(counts, wanted) };
}

function inLanguages(concept: Concept, { source, targets }: WantedLanguages): Concept {
  const own = inLanguage(concept.languages, source);
  const others = concept.languages.filter((each) => each !== own);
  const wanted = targets.flatMap((language) => {
    const found = inLanguage(others, language);
    return found === undefined ? [] : [{ ...found, language }];
  });
  return { ...concept, languages: own === undefined ? wanted : [{ ...own, language: source }, ...wanted] };
}

function notesOf(
  counts: { readonly source: number; readonly targets: number },
  { source, targets }: WantedLanguages,
): GlossaryFile['notes'] {
  const values = { language: source, targets };
  return [
    ...(counts.source === 0
      ? []
      : [{ id: 'glossary.file.source', values: { ...values, count: counts.source } } as const]),
    ...(counts.targets === 0
      ? []
      : [{ id: 'glossary.file.targets', values: { ...values, count: counts.targets } } as const]),
  ];
}
