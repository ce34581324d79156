import { primaryLanguage } from '../language-tag.ts';
import type { Language, Pair } from '../model.ts';

/**
 * Glossary terms as `custom_instructions`: the one way to bind terms that needs nothing stored at DeepL.
 *
 * A v3 glossary has to be created, kept in step and deleted in the user's account (free accounts have one), and `context`
 * is "not for translation rules": they are unreliable there. Instructions may "specify domain-specific terminology", go
 * into the same request, have the forms that stand in the text (Kursker Region), and only `text` is billed. At most 10 of 300 characters, in English or the
 * target language, one directive each, for these target languages
 * (developers.deepl.com/docs/best-practices/custom-instructions and …/how-to-use-context-parameter, June 2026).
 */
export function instruct(terms: readonly Pair[], { target, before }: Addressee): Instructions {
  const takes = languages.has(primaryLanguage(target));
  const lines = takes ? [...before, ...pack(distinct(terms))] : [];
  return { instructions: lines.slice(0, mostInstructions), complete: lines.length <= mostInstructions };
}

interface Addressee {
  /** As DeepL names it: `en-US`. */
  readonly target: Language;
  /** What goes before the terms. */
  readonly before: readonly string[];
}

export interface Instructions {
  readonly instructions: readonly string[];
  readonly complete: boolean;
}

const languages: ReadonlySet<string> = new Set(['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'zh']);
const mostInstructions = 10;
const longestInstruction = 300;
const opening = 'Use these translations: ';

/** In an order that does not depend on the texts. */
function distinct(terms: readonly Pair[]): readonly string[] {
  return [...new Set(terms.map(({ source, target }) => `"${source}" → "${target}"`))].sort();
}

/** A term that is too long for an instruction of its own cannot be said at all. */
function pack(terms: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const term of terms) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + term.length + 2 <= longestInstruction)
      lines[lines.length - 1] = `${last}; ${term}`;
    else if (opening.length + term.length <= longestInstruction) lines.push(opening + term);
  }
  return lines;
}
