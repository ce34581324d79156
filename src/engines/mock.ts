import type { Engine, Language, Pair, TranslationRequest } from '../model.ts';
import { mockMark } from '../states.ts';
import { free, unlimited } from './unlimited.ts';

export interface MockSettings {
  /** Language → source → target. */
  readonly pairs: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Answers from its pairs; else `⟦mock en⟧ ` and the source with its glossary terms translated. */
export function createMock({ pairs }: MockSettings): Engine {
  const known = new Map(
    Object.entries(pairs).map(([language, answers]) => [language, new Map(Object.entries(answers))]),
  );
  return {
    ...unlimited,
    id: 'mock',
    fake: true,
    supports: { ...unlimited.supports, glossary: true },
    version: () => '1',
    translate: async ({ languages: { target }, requests }) => ({
      answers: requests.map((request) => ({ text: known.get(target)?.get(request.text) ?? invent(request, target) })),
      bill: free,
    }),
  };
}

function invent({ text, terms }: TranslationRequest, language: Language): string {
  return `${mockMark(language)} ${replaceTerms(text, terms)}`;
}

/** Leftmost, then longest; a term starts where a word starts. */
function replaceTerms(text: string, terms: readonly Pair[]): string {
  const longestFirst = terms
    .filter(({ source }) => source !== '')
    .toSorted((a, b) => b.source.length - a.source.length);
  let replaced = '';
  for (let index = 0; index < text.length; ) {
    const term = startsWord(text, index) && longestFirst.find(({ source }) => text.startsWith(source, index));
    replaced += term ? term.target : text[index];
    index += term ? term.source.length : 1;
  }
  return replaced;
}

function startsWord(text: string, index: number): boolean {
  return index === 0 || !/[\p{L}\p{M}\p{N}]/u.test(text[index - 1]!);
}
