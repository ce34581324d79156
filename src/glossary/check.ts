import type { Glossary } from '../model.ts';
import { formsOf } from './german/forms.ts';
import { type ReadGlossary, readEntries } from './load.ts';
import { GlossaryError, inOrder, type Problem } from './problem.ts';
import { warnOfForms } from './read/warnings.ts';

/** A glossary as its author wants to know it: the entries that could be read, and all that is wrong. */
export interface CheckedGlossary extends Glossary {
  /** How many German forms the entries have, by rules and by lists. */
  readonly forms: number;
  readonly languages: readonly string[];
  /** With one of these it cannot be used. */
  readonly errors: readonly Problem[];
  /** What its author may not have meant. */
  readonly warnings: readonly Problem[];
}

/** Never throws for what a person wrote. */
export function checkGlossary(text: string, file: string): CheckedGlossary {
  const { entries, problems, warnings } = tryEntries(text, file);
  const forms = entries.reduce((sum, entry) => sum + countForms(formsOf(entry)), 0);
  const languages = [...new Set(entries.flatMap(({ targets }) => Object.keys(targets)))].toSorted();
  // Two entries of one term share all their forms: that is said once.
  const shared = problems.length === 0 ? warnOfForms(entries) : [];
  return { entries, forms, languages, errors: inOrder(problems), warnings: inOrder([...warnings, ...shared]) };
}

function tryEntries(text: string, file: string): ReadGlossary {
  try {
    return readEntries(text, file);
  } catch (error) {
    if (error instanceof GlossaryError) return { entries: [], problems: error.problems, warnings: [] };
    throw error;
  }
}

function countForms(forms: ReturnType<typeof formsOf>): number {
  return new Set(forms.filter(({ kind }) => kind !== 'except').map(({ text }) => text)).size;
}
