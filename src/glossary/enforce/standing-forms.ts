import { primaryLanguage } from '../../language-tag.ts';
import { quotations } from '../../languages/quotations.ts';
import type { CheckedPair, GlossaryEntry, Range, TargetTerm, Term } from '../../model.ts';
import { coverOf } from '../target/cover.ts';
import { keptOccurrences } from '../target/kept-occurrences.ts';
import { koreanOccurrences } from '../target/korean-occurrences.ts';
import type { FormFinder } from '../target/occurrence.ts';
import { wordOccurrences } from '../target/word-occurrences.ts';
import { targetTerm } from '../target-term.ts';
import type { FormerForms } from './enforce-terms.ts';
import { type WrongForm, wrongForms } from './wrong-forms.ts';

/** A wrong form that stands in a target, and what is preferred. */
export interface Standing extends Range {
  readonly form: WrongForm;
  readonly wanted: TargetTerm;
}

/** Where wrong forms stand in a target, as `enforceTerms` says; `text` is the masked target. From left to right. */
export function standingForms(
  { source, languages, terms }: Pick<CheckedPair, 'source' | 'languages' | 'terms'>,
  text: string,
  former?: FormerForms,
): readonly Standing[] {
  const isKorean = primaryLanguage(languages.target) === 'ko';
  const findAny = isKorean ? koreanOccurrences(text) : wordOccurrences(text);
  const find = formFinder(findAny, keptOccurrences(text));
  const isMeant = ({ entry }: Concept) => former?.has(entry) ?? true;
  const concepts = conceptsOf(terms, languages.target).map((concept) => {
    const accepted = [concept.wanted.preferred, ...concept.wanted.admitted].flatMap(findAny);
    return { ...concept, accepted };
  });
  const clashes = clashWith(concepts.flatMap(({ accepted }) => accepted));
  const quotedAt = coverOf(sameQuotations(source, text));
  const isFree = (range: Range) => !clashes(range) && (quotedAt(range)?.end ?? 0) < range.end;
  return unclaimed(
    concepts.filter(isMeant).flatMap(({ entry, wanted, terms, accepted }) => {
      const found = wrongForms({ wanted, terms, former: former?.get(entry) }, source).flatMap((form) =>
        find(form)
          .filter(isFree)
          .map((range): Standing => ({ start: range.start, end: range.end, form, wanted })),
      );
      const forbidden = found.filter(({ form }) => form.isForbidden);
      const foundAt = coverOf(found);
      const right = accepted.filter((range) => (foundAt(range)?.end ?? 0) < range.end);
      return found.length - forbidden.length + right.length <= terms.length ? found : forbidden;
    }),
  );
}

interface Concept {
  readonly entry: GlossaryEntry;
  readonly wanted: TargetTerm;
  /** Its occurrences in the source. */
  readonly terms: readonly Term[];
}

function conceptsOf(terms: readonly Term[], language: string): readonly Concept[] {
  const byEntry = new Map<GlossaryEntry, Term[]>();
  for (const term of terms) {
    const own = byEntry.get(term.entry);
    if (own === undefined) byEntry.set(term.entry, [term]);
    else own.push(term);
  }
  return [...byEntry].flatMap(([entry, own]) => {
    const wanted = targetTerm(entry, language);
    const isReady = entry.status === 'approved' && wanted !== undefined && plainWords.test(wanted.preferred);
    return isReady ? [{ entry, wanted, terms: own }] : [];
  });
}

/** Without signs that may be some format's syntax. */
const plainWords = /^[\p{L}\p{M}\p{N}\s.,:'’·()/-]+$/u;

/** What the target quotes word for word from a quotation of the source: a title, somebody's words. */
function sameQuotations(source: string, text: string): readonly Range[] {
  const inner = (of: string, { start, end }: Range) => of.slice(start + 1, end - 1);
  const quoted = new Set(quotations(source).map((range) => inner(source, range)));
  return quotations(text).filter((range) => quoted.has(inner(text, range)));
}

/** Hangul in any spacing, all else sign for sign; a form without capitals may be capitalised. */
function formFinder(findAny: FormFinder, findKept: FormFinder): (form: WrongForm) => readonly Range[] {
  return ({ text }) => {
    if (/\p{Script=Hangul}/u.test(text)) return findAny(text).filter(({ continued }) => !continued);
    const capitalised = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return [...new Set([text, capitalised])].flatMap(findKept);
  };
}

/** Whether an accepted form overlaps with a wrong one; inside it, it is part of it: Kursk in Kursk Oblast. */
function clashWith(accepted: readonly Range[]): (wrong: Range) => boolean {
  const cover = coverOf(accepted);
  const reach = (start: number) => cover({ start, end: start })?.end ?? 0;
  return ({ start, end }) => reach(start - 1) > start || reach(start) >= end || reach(end - 1) > end;
}

/** Of overlapping ones the longest; none where two concepts want different words in the same place. */
function unclaimed(standing: readonly Standing[]): readonly Standing[] {
  const sorted = standing.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: { readonly one: Standing; isClaimed: boolean }[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last.one.end <= one.start) kept.push({ one, isClaimed: false });
    else if (last.one.end === one.end && last.one.start === one.start)
      last.isClaimed ||= last.one.wanted.preferred !== one.wanted.preferred;
  }
  return kept.filter(({ isClaimed }) => !isClaimed).map(({ one }) => one);
}
