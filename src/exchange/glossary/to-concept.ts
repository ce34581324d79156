import type { GlossaryEntry, Inflection, Language, TargetTerm } from '../../model.ts';
import type { Concept, ConceptLanguage, ConceptTerm, TermStatus } from './concept.ts';
import { fromConcept, targetOf } from './from-concept.ts';
import { asRead } from './plain-text.ts';
import { type EntryRemainder, isRemainder } from './remainder.ts';

export interface ConceptOptions {
  readonly source: Language;
  readonly targets: readonly Language[];
  /** Version 3 of TBX-Basic has no class of its own for names. */
  readonly partsOfSpeech: Readonly<Partial<Record<Inflection, string>>>;
}

/** An entry as a concept, with the remainder that its elements do not give back. */
export function toConcept(entry: GlossaryEntry, options: ConceptOptions): Concept {
  const targets = options.targets.flatMap((language) => targetLanguage(entry, language));
  const concept: Concept = {
    subjects: (entry.domain ?? []).flatMap((subject) => readable(subject) ?? []),
    definition: readable(entry.definition),
    source: readable(entry.authority),
    notes: notesOf(entry.note),
    languages: [sourceLanguage(entry, options), ...targets],
  };
  const said = difference(entry, fromConcept(concept, options.source) ?? {});
  const own = Object.entries(said).filter(([field]) => !elsewhere.has(field));
  return { ...concept, remainder: { ...Object.fromEntries(own), ...silentTargets(entry, options) } };
}

/** Said by the concept's place and its sections. */
const elsewhere: ReadonlySet<string> = new Set(['term', 'targets', 'place']);

/** What of the fields of `wanted` is not the same in `given`, in an order that does not depend on who made them. */
function difference(wanted: object, given: object): Readonly<Record<string, unknown>> {
  const back = new Map<string, unknown>(Object.entries(given));
  const isSame = (name: string, value: unknown) => JSON.stringify(value) === JSON.stringify(back.get(name));
  const fields = Object.entries(wanted).filter(([name, value]) => !isSame(name, value));
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Nothing where a text reads as nothing: an element may not be empty. */
function readable(text: string | undefined): string | undefined {
  return (text && asRead(text)) || undefined;
}

/** One that looks like a remainder stands in it. */
function notesOf(text: string | undefined): readonly string[] {
  const note = readable(text);
  return note === undefined || isRemainder(note) ? [] : [note];
}

function sourceLanguage(entry: GlossaryEntry, { source, partsOfSpeech }: ConceptOptions): ConceptLanguage {
  const { term, variants, inflection, status } = entry;
  const isDeprecated = status === 'deprecated';
  const first: ConceptTerm = {
    text: asRead(term),
    status: isDeprecated ? 'superseded' : 'preferred',
    partOfSpeech: partsOfSpeech[inflection],
    termType: inflection === 'acronym' ? 'acronym' : undefined,
  };
  const others = variants.map((text) => termOf(text, isDeprecated ? 'superseded' : 'admitted'));
  return { language: source, notes: [], terms: [first, ...others] };
}

/** What is kept is called so in every language, for tools that do not know it. */
function targetLanguage(entry: GlossaryEntry, language: Language): readonly ConceptLanguage[] {
  const target = entry.targets[language];
  if (target === undefined || !hasTerms(target)) {
    const kept: ConceptTerm = { text: entry.term, status: 'preferred' };
    return entry.keep ? [{ language, notes: [], terms: [kept], remainder: { kept: true } }] : [];
  }
  const section = { language, notes: notesOf(target.note), terms: termsOf(target) };
  return [{ ...section, remainder: difference(target, targetOf(section)) }];
}

function hasTerms({ preferred, admitted, forbidden }: TargetTerm): boolean {
  return preferred !== '' || admitted.length > 0 || forbidden.length > 0;
}

function termsOf({ preferred, admitted, forbidden }: TargetTerm): readonly ConceptTerm[] {
  return [
    ...(preferred === '' ? [] : [termOf(preferred, 'preferred')]),
    ...admitted.map((text) => termOf(text, 'admitted')),
    ...forbidden.map((text) => termOf(text, 'deprecated')),
  ];
}

function termOf(text: string, status: TermStatus): ConceptTerm {
  return { text: asRead(text), status };
}

/** Translations that say something, but have no term. */
function silentTargets({ targets }: GlossaryEntry, options: ConceptOptions): Pick<EntryRemainder, 'targets'> {
  const silent = options.targets.flatMap((language) => {
    const { note, reading, ...terms } = targets[language] ?? { preferred: '', admitted: [], forbidden: [] };
    const said = { ...(note !== undefined && { note }), ...(reading !== undefined && { reading }) };
    return hasTerms(terms) || Object.keys(said).length === 0 ? [] : [[language, said] as const];
  });
  return silent.length === 0 ? {} : { targets: Object.fromEntries(silent) };
}
