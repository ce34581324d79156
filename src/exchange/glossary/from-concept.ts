import { inferInflection } from '../../glossary/german/forms.ts';
import type { GlossaryEntry, Inflection, Language, TargetTerm } from '../../model.ts';
import { inLanguage } from '../language.ts';
import { type Concept, type ConceptLanguage, type ConceptTerm, isBanned } from './concept.ts';
import { isRemainder } from './remainder.ts';

/** An entry but for where it stands; `undefined` for a concept without a term in the language of the sources. */
export function fromConcept(concept: Concept, source: Language): Omit<GlossaryEntry, 'place'> | undefined {
  const own = inLanguage(concept.languages, source);
  const first = own?.terms.find(({ status }) => status === 'preferred') ?? own?.terms.find((term) => !isBanned(term));
  const term = first ?? own?.terms[0];
  if (own === undefined || term === undefined) return undefined;
  const { targets: silent = {}, ...remainder } = concept.remainder ?? {};
  return {
    term: term.text,
    variants: distinct(own.terms.filter((other) => other !== term)).filter((text) => text !== term.text),
    forms: [],
    inflection: inflectionOf(term),
    keep: false,
    status: statusOf(concept, own),
    closed: false,
    except: [],
    definition: definitionOf(concept, own),
    note: joined([...concept.notes, ...own.notes]),
    authority: concept.source,
    domain: concept.subjects.length === 0 ? undefined : concept.subjects,
    ...remainder,
    targets: { ...targetsOf(concept, own, term.text), ...mapValues(silent, (target) => ({ ...noTerm, ...target })) },
  };
}

/** What a class of words in TBX says of inflection; where it says nothing, the term itself does. */
function inflectionOf({ text, partOfSpeech = '', termType }: ConceptTerm): Inflection {
  if (termType === 'acronym') return 'acronym';
  const inferred = inferInflection(text);
  if (inferred === 'multiword') return inferred;
  return byPartOfSpeech[partOfSpeech] ?? inferred;
}

const byPartOfSpeech: Readonly<Record<string, Inflection>> = {
  adjective: 'adjective',
  properNoun: 'name',
  verb: 'none',
  adverb: 'none',
};

/** Approved is what somebody prefers by word, deprecated what has no other term any more. */
function statusOf({ languages }: Concept, own: ConceptLanguage): GlossaryEntry['status'] {
  if (own.terms.every(isBanned)) return 'deprecated';
  const isPreferred = languages.some(({ terms }) => terms.some(({ status }) => status === 'preferred'));
  return isPreferred ? 'approved' : 'proposed';
}

function definitionOf({ definition, languages }: Concept, own: ConceptLanguage): string | undefined {
  return definition ?? own.definition ?? languages.find((each) => each.definition !== undefined)?.definition;
}

/** A section that only says that the term is kept says nothing, unless somebody changed it. */
function targetsOf({ languages }: Concept, own: ConceptLanguage, term: string): GlossaryEntry['targets'] {
  const isKept = ({ remainder, terms }: ConceptLanguage) => remainder?.kept && terms[0]?.text === term;
  const others = languages.filter((each) => each !== own && !isKept(each));
  return Object.fromEntries(others.map((each) => [each.language, targetOf(each)]));
}

const noTerm: TargetTerm = { preferred: '', admitted: [], forbidden: [] };

export function targetOf({ terms, notes, remainder }: ConceptLanguage): TargetTerm {
  const banned = terms.filter(isBanned);
  const usable = terms.filter((term) => !isBanned(term));
  const preferred = usable.find(({ status }) => status === 'preferred') ?? usable[0];
  const note = joined(notes);
  const { kept: _, ...said } = remainder ?? {};
  return {
    preferred: preferred?.text ?? '',
    admitted: distinct(usable.filter((term) => term !== preferred)).filter((text) => text !== preferred?.text),
    forbidden: distinct(banned),
    ...(note !== undefined && { note }),
    ...said,
  };
}

function distinct(terms: readonly ConceptTerm[]): readonly string[] {
  return [...new Set(terms.map(({ text }) => text))];
}

function joined(notes: readonly string[]): string | undefined {
  return notes.filter((note) => note !== '' && !isRemainder(note)).join('; ') || undefined;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
