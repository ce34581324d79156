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
  const concepts = terms.length === 0 ? [] : conceptsOf(terms, languages.target);
  if (concepts.length === 0) return [];
  const composed = target.normalize('NFC');
  const text = composed === target ? maskPair(pair).target : maskProtected(composed);
  const isKorean = primaryLanguage(languages.target) === 'ko';
  const searched = apart(search(concepts, text, isKorean), text, isKorean);
  return searched.map((one) => {
    const { kind, found } = decide(one);
    const forms = found.map(({ start, end }) => {
      const form = composed.slice(start, end);
      // Another form of Unicode has other offsets, and a check of its own: then the whole target is the place.
      return composed === target ? { start, end, text: form } : { start: 0, end: target.length, text: form };
    });
    return { term: one.term, wanted: one.wanted, kind, found: forms, accepted: countWhole(one) };
  });
});

/** What is a part of another concept's name is none of this one's; what is a part of an accepted form is not forbidden. */
function apart(searched: readonly Searched[], text: string, isKorean: boolean): readonly Searched[] {
  const mayShare = isKorean && searched.length > 1;
  if (!mayShare && searched.every(({ forbidden }) => forbidden.length === 0)) return searched;
  const all = coverOf(searched.flatMap(accepted));
  const reachesOver = (found: Range) => (all(found)?.end ?? 0) > found.end;
  return searched.map((one) => {
    const forbidden = one.forbidden.filter((found) => (all(found)?.end ?? 0) < found.end);
    const { term, wanted, preferred, admitted } = one;
    if (!mayShare || !(preferred.some(reachesOver) || admitted.some(reachesOver)))
      return { term, wanted, preferred, admitted, forbidden };
    const other = coverOf(searched.filter((each) => each !== one).flatMap(accepted));
    const counts = (found: Range) => !swallows(other(found), found, text);
    return { term, wanted, preferred: preferred.filter(counts), admitted: admitted.filter(counts), forbidden };
  });
}

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
  const known = new Set<GlossaryEntry>();
  const concepts: Concept[] = [];
  for (const term of terms) {
    if (known.has(term.entry)) continue;
    known.add(term.entry);
    const wanted = term.entry.status === 'deprecated' ? undefined : targetTerm(term.entry, language);
    if (wanted !== undefined) concepts.push({ term, wanted });
  }
  return concepts;
}

interface Searched extends Concept {
  readonly preferred: readonly Occurrence[];
  readonly admitted: readonly Occurrence[];
  readonly forbidden: readonly Occurrence[];
}

function search(concepts: readonly Concept[], text: string, isKorean: boolean): readonly Searched[] {
  const find = isKorean ? koreanOccurrences(text) : wordOccurrences(text);
  const findKept = keptOccurrences(text);
  return concepts.map(({ term, wanted }) => {
    const findAccepted = term.entry.keep ? findKept : find;
    return {
      term,
      wanted,
      preferred: findAccepted(wanted.preferred),
      admitted: findAll(wanted.admitted, findAccepted),
      forbidden: findAll(wanted.forbidden, find),
    };
  });
}

function findAll(forms: readonly string[], find: FormFinder): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const form of forms) for (const occurrence of find(form)) found.push(occurrence);
  return found;
}

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
