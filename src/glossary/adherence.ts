import { primaryLanguage } from '../language-tag.ts';
import { maskPair, maskProtected } from '../languages/mask.ts';
import type { CheckedPair, GlossaryEntry, Range, TargetTerm, Term } from '../model.ts';
import { lately } from '../once.ts';
import { coverOf } from './target/cover.ts';
import { keptOccurrences } from './target/kept-occurrences.ts';
import { isEnding, koreanOccurrences } from './target/korean-occurrences.ts';
import type { FormFinder, Occurrence } from './target/occurrence.ts';
import { wordOccurrences } from './target/word-occurrences.ts';
import { targetTerm } from './target-term.ts';

/** How a target renders a concept of its source. */
export interface Verdict {
  /** The concept's first occurrence in the source. */
  readonly term: Term;
  readonly wanted: TargetTerm;
  /** `continued`: at most as the beginning of what may be another word. */
  readonly kind: 'preferred' | 'admitted' | 'continued' | 'missing' | 'forbidden';
  /** What in the target speaks for it. */
  readonly found: readonly FoundForm[];
  /** How often the target has a preferred or admitted form. */
  readonly accepted: number;
}

export interface FoundForm extends Range {
  readonly text: string;
}

type JudgedPair = Pick<CheckedPair, 'source' | 'target' | 'languages' | 'terms'>;

/** A verdict on each concept of the source that the glossary has a word for; deprecated entries demand nothing. */
export const judgeTerms = lately((pair: JudgedPair): readonly Verdict[] => {
  const { target, languages, terms } = pair;
  const concepts = conceptsOf(terms, languages.target);
  if (concepts.length === 0) return [];
  const composed = target.normalize('NFC');
  const text = composed === target ? maskPair(pair).target : maskProtected(composed);
  const isKorean = primaryLanguage(languages.target) === 'ko';
  const searched = search(concepts, text, isKorean);
  // Another form of Unicode has other offsets, and a check of its own: then the whole target is the place.
  const place = (range: Range) => (composed === target ? range : { start: 0, end: target.length });
  const reading = { text, isKorean, all: coverOf(searched.flatMap(accepted)) };
  return searched.map((one) => {
    const own = apart(one, searched, reading);
    const { kind, found } = decide(own);
    const forms = found.map((range) => ({ ...place(range), text: composed.slice(range.start, range.end) }));
    return { term: one.term, wanted: one.wanted, kind, found: forms, accepted: countWhole(own) };
  });
});

interface Reading {
  readonly text: string;
  readonly isKorean: boolean;
  /** Which accepted form of any concept reaches farthest over a place. */
  readonly all: (range: Range) => Range | undefined;
}

/** What is a part of another concept's name is none of this one's; what is a part of an accepted form is not forbidden. */
function apart(one: Searched, searched: readonly Searched[], { text, isKorean, all }: Reading): Searched {
  const isInside = (found: Range) => (all(found)?.end ?? 0) > found.end;
  const mayBeSwallowed = isKorean && (one.preferred.some(isInside) || one.admitted.some(isInside));
  const forbidden = one.forbidden.length === 0 ? one.forbidden : one.forbidden.filter((found) => !reaches(all, found));
  if (!mayBeSwallowed) return { ...one, forbidden };
  const other = coverOf(searched.filter((each) => each !== one).flatMap(accepted));
  const counts = (found: Range) => !swallows(other(found), found, text);
  return { ...one, preferred: one.preferred.filter(counts), admitted: one.admitted.filter(counts), forbidden };
}

const reaches = (all: Reading['all'], { start, end }: Range): boolean => (all({ start, end })?.end ?? 0) >= end;

function countWhole({ preferred, admitted }: Searched): number {
  let count = 0;
  for (const { continued } of preferred) if (!continued) count += 1;
  for (const { continued } of admitted) if (!continued) count += 1;
  return count;
}

interface Concept {
  readonly term: Term;
  readonly wanted: TargetTerm;
}

function conceptsOf(terms: readonly Term[], language: string): readonly Concept[] {
  const first = new Map<GlossaryEntry, Term>();
  for (const term of terms) if (!first.has(term.entry)) first.set(term.entry, term);
  return [...first.values()].flatMap((term) => {
    const wanted = targetTerm(term.entry, language);
    return wanted === undefined || term.entry.status === 'deprecated' ? [] : [{ term, wanted }];
  });
}

interface Searched extends Concept {
  readonly preferred: readonly Occurrence[];
  readonly admitted: readonly Occurrence[];
  readonly forbidden: readonly Occurrence[];
}

function search(concepts: readonly Concept[], text: string, isKorean: boolean): readonly Searched[] {
  const find = isKorean ? koreanOccurrences(text) : wordOccurrences(text);
  const findKept = keptOccurrences(text);
  return concepts.map((concept) => {
    const { preferred, admitted, forbidden } = concept.wanted;
    const findAccepted = concept.term.entry.keep ? findKept : find;
    return {
      ...concept,
      preferred: findAccepted(preferred),
      admitted: findAll(admitted, findAccepted),
      forbidden: findAll(forbidden, find),
    };
  });
}

function findAll(forms: readonly string[], find: FormFinder): readonly Occurrence[] {
  return forms.length === 0 ? none : forms.flatMap(find);
}

const none: readonly Occurrence[] = [];

interface Decision {
  readonly kind: Verdict['kind'];
  readonly found: readonly Occurrence[];
}

function accepted({ preferred, admitted }: Searched): readonly Occurrence[] {
  return [...preferred, ...admitted];
}

const isWhole = ({ continued }: Occurrence): boolean => !continued;

function decide({ wanted, preferred, admitted, forbidden }: Searched): Decision {
  if (forbidden.length > 0) return { kind: 'forbidden', found: forbidden };
  if (preferred.some(isWhole)) return { kind: 'preferred', found: preferred.filter(isWhole) };
  if (admitted.some(isWhole)) return { kind: 'admitted', found: admitted.filter(isWhole) };
  const found = [...preferred, ...admitted];
  const isDemanded = wanted.preferred !== '' || wanted.admitted.length > 0;
  return { kind: found.length > 0 ? 'continued' : isDemanded ? 'missing' : 'preferred', found };
}

/** 유엔 inside 유엔 헌장 is the charter; 북한 inside 북한군 and 푸틴 inside 블라디미르 푸틴 are what they are. */
function swallows(other: Range | undefined, { end }: Range, text: string): boolean {
  return other !== undefined && end < other.end && !isEnding(text.slice(end, other.end));
}
