import type { Writing } from '../../formats/unit-text.ts';
import type { TermFinder } from '../../glossary/find.ts';
import { targetTerm } from '../../glossary/target-term.ts';
import type { GlossaryEntry, Language } from '../../model.ts';
import { termsIn } from '../terms.ts';

/** What a text and its translation have in common. */
export interface Anchors {
  ofSource(text: string, writing: Writing): ReadonlySet<string>;
  ofTarget(text: string, writing: Writing): ReadonlySet<string>;
  /** Of what stands between units: code, mostly. */
  ofGap(text: string): readonly string[];
}

/** Numbers, words and codes, and the glossary's terms. Targets are asked about after all sources: only terms found there count. */
export function createAnchors(finder: TermFinder, language: Language): Anchors {
  const found = new Set<GlossaryEntry>();
  return {
    ofSource(text, writing) {
      const entries = termsIn(text, writing, finder).map(({ entry }) => entry);
      for (const entry of entries) found.add(entry);
      return new Set([...sameIn(text, writing), ...entries.map(nameOf)]);
    },
    ofTarget(text, writing) {
      const lower = text.toLowerCase();
      const isCalled = (entry: GlossaryEntry): boolean => {
        const { preferred = '', admitted = [] } = targetTerm(entry, language) ?? {};
        return [preferred, ...admitted].some((form) => form !== '' && lower.includes(form.toLowerCase()));
      };
      return new Set([...sameIn(text, writing), ...[...found].filter(isCalled).map(nameOf)]);
    },
    ofGap: (text) =>
      (
        text
          .slice(0, mostGap)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      ).map((word) => `|${word}`),
  };
}

const nameOf = ({ term }: GlossaryEntry): string => `=${term}`;

/** UTF-16 code units: the beginning of a listing tells it from others. */
const mostGap = 500;

/** Longer texts are told apart by their length. */
const most = 60;

/**
 * What stays whatever the languages: runs of digits, inline codes, and how words begin (names, addresses, words from
 * Latin), without their accents.
 */
function sameIn(text: string, { unit, format }: Writing): readonly string[] {
  const codes = (format.inline?.codes(text, unit) ?? []).filter(({ kind }) => kind === 'open' || kind === 'alone');
  const named = codes.map(({ name, start, end }) => `<${name ?? text.slice(start, end)}`);
  return [...named, ...wordsOf(text)].slice(0, most);
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/\p{Nd}+|\p{Script=Latin}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
}
