import type { GlossaryEntry, TargetTerm, Term } from '../../model.ts';
import { endsInSibilant } from '../german/sibilant.ts';

/** What an engine should not have written for a concept. */
export interface WrongForm {
  readonly text: string;
  /** How it stands in its sentence: as the word itself, as a German genitive, as the adjective of a place (Kursker). */
  readonly role: 'word' | 'genitive' | 'adjective' | 'place';
  /** What was left standing in German, or was right before, may stand beside what is right; what is forbidden may not. */
  readonly isForbidden: boolean;
}

interface Concept {
  readonly wanted: TargetTerm;
  /** Its occurrences in the source. */
  readonly terms: readonly Term[];
  /** What was right for it before the glossary changed. */
  readonly former?: readonly string[] | undefined;
}

/**
 * The known wrong forms of a concept that the preferred one can stand for: forbidden ones, those that were right before, and
 * the German ones of its class whose number is certain.
 */
export function wrongForms({ wanted, terms, former = [] }: Concept, source: string): readonly WrongForm[] {
  const [first] = terms;
  if (first === undefined) return [];
  const { entry } = first;
  const accepted = new Set([wanted.preferred, ...wanted.admitted]);
  const listed = [entry.term, ...entry.variants, ...entry.forms];
  const german = entry.keep ? [] : germanForms(entry, terms, source);
  const isBanned = (text: string) => wanted.forbidden.includes(text);
  const others = [...new Set([...wanted.forbidden, ...former])].filter((text) => !listed.includes(text));
  return [
    ...german.map((form) => ({ ...form, isForbidden: isBanned(form.text) })),
    ...others.map((text): WrongForm => ({ text, role: 'word', isForbidden: isBanned(text) })),
  ].filter(({ text }) => !accepted.has(text));
}

type GermanForm = Pick<WrongForm, 'text' | 'role'>;

function germanForms(entry: GlossaryEntry, terms: readonly Term[], source: string): readonly GermanForm[] {
  const { inflection, term, variants, forms } = entry;
  const words = [term, ...variants];
  if (inflection === 'adjective') return unique([...words, ...terms.map(({ surface }) => surface)], 'adjective');
  if (inflection.startsWith('noun')) return terms.every((one) => isSingular(one, source)) ? unique(words, 'word') : [];
  const names = [...words, ...forms];
  const genitives = names.filter((name) => !endsInSibilant(name)).map((name) => `${name}s`);
  const places = terms.filter((one) => isPlaceAdjective(one, source)).map(({ surface }) => surface);
  return [...unique(names, 'word'), ...unique(genitives, 'genitive'), ...unique(places, 'place')];
}

function unique(texts: readonly string[], role: WrongForm['role']): readonly GermanForm[] {
  return [...new Set(texts)].map((text) => ({ text, role }));
}

/** Führer is one or many: an article or a number before it may say so. Of other nouns the plural is another form. */
function isSingular({ entry, surface, start }: Term, source: string): boolean {
  if (![entry.term, ...entry.variants].some((word) => word === surface || `${word}s` === surface)) return false;
  return entry.inflection !== 'noun-s-n' || !plural.test(source.slice(Math.max(0, start - 40), start));
}

const plural =
  /(?<![\p{L}\p{N}])(?:die|diese|jene|alle|viele|mehrere|einige|manche|beide|keine|zwei|drei|vier|\d+|ihre|seine|unsere)n?r?\s(?:\S+\s){0,2}$/iu;

/** Before a noun: "die Kursker Region", not "die Kursker sagten". */
function isPlaceAdjective({ entry, surface, end }: Term, source: string): boolean {
  return (
    entry.inflection === 'name' &&
    surface.endsWith('er') &&
    surface !== entry.term &&
    /^\s\p{Lu}/u.test(source.slice(end))
  );
}
