import { type NameCandidate, nameCandidates } from '../glossary/candidates/name-candidates.ts';
import { findTerms, type TermFinder } from '../glossary/find.ts';
import { maskProtected } from '../languages/mask.ts';
import type { Document, Place } from '../model.ts';
import { splice } from '../splice.ts';
import { bareCodes } from './terms.ts';

/** A name that the glossary does not have. */
export interface Candidate extends Pick<NameCandidate, 'name' | 'kind' | 'count' | 'forms'> {
  /** In how many documents it stands. */
  readonly documents: number;
  /** Lines where it stands, the first three. */
  readonly places: readonly Pick<Place, 'file' | 'line'>[];
}

/** Names in the sources that no entry of the glossary covers, the most frequent first; none in code, addresses, file names. */
export function candidatesIn(documents: readonly Document[], finder: TermFinder): readonly Candidate[] {
  const sentences = documents.flatMap((document) => sentencesOf(document, finder));
  return nameCandidates(sentences.map(({ text }) => text)).map(({ sentences: own, ...candidate }) => {
    const places = own.map((index) => sentences[index]!.place);
    const lines = new Map(places.map((place) => [`${place.file}:${place.line}`, place]));
    const files = new Set(places.map(({ file }) => file));
    return { ...candidate, documents: files.size, places: [...lines.values()].slice(0, 3) };
  });
}

interface Sentence {
  /** Known terms and what no rule may look into are hidden behind U+FFFC. */
  readonly text: string;
  readonly place: Candidate['places'][number];
}

function sentencesOf({ path, text, format, units, segments }: Document, finder: TermFinder): readonly Sentence[] {
  let [line, done] = [1, 0];
  return segments.map((segment) => {
    line += text.slice(done, segment.start).split(/\r\n|\r|\n/).length - 1;
    done = segment.start;
    const codes = bareCodes(segment.text, { unit: units[segment.unit]!, format });
    return { text: hidden(splice(segment.text, codes).replaceAll('\uFFFC', '*'), finder), place: { file: path, line } };
  });
}

/** Words in bold are words; words that touch a known term are parts of a compound. */
function hidden(text: string, finder: TermFinder): string {
  const terms = findTerms(text, finder);
  return splice(
    maskProtected(text),
    terms.map(({ start, end }) => ({ start, end, text: '\uFFFC'.repeat(end - start) })),
  );
}
