import type { Glossary, GlossaryEntry } from '../model.ts';
import { unfold, type Word, words } from './words.ts';

/** The words that may open a closed compound (G9): Kremlsprecher. */
export interface ClosedCompounds {
  readonly entries: ReadonlyMap<string, GlossaryEntry>;
  /** Lengths of the words, the longest first. */
  readonly lengths: readonly number[];
}

export function closedCompounds(glossary: Glossary): ClosedCompounds {
  const entries = new Map<string, GlossaryEntry>();
  for (const entry of glossary.entries.filter(({ closed }) => closed)) {
    for (const surface of [entry.term, ...entry.variants]) {
      const [word, ...others] = words(surface);
      if (word !== undefined && others.length === 0 && !entries.has(word.key)) entries.set(word.key, entry);
    }
  }
  const lengths = new Set(Array.from(entries.keys(), (word) => word.length));
  return { entries, lengths: [...lengths].toSorted((a, b) => b - a) };
}

/** The entries that open a word, with the offset in `text` where each ends. */
export function openers(
  word: Word,
  text: string,
  { entries, lengths }: ClosedCompounds,
): readonly { readonly entry: GlossaryEntry; readonly end: number }[] {
  return lengths.flatMap((length) => {
    if (word.key.length < length + shortestRest) return [];
    const entry = entries.get(word.key.slice(0, length));
    if (entry === undefined || !isNoun(word.key.slice(length))) return [];
    return [{ entry, end: word.start + unfold(text.slice(word.start, word.end), length) }];
  });
}

const shortestRest = 3;

/** What is left of a compound; Ukrainerin, nordkoreanisch and Putinismus are other words (G10). */
function isNoun(rest: string): boolean {
  return /^\p{Ll}+$/u.test(rest) && !derivation.test(rest);
}

const person = '(?:n|an|ane)?e?r(?:s|n|in|innen|tum|tums)?|ist(?:en|in|innen)?|innen';
const adjective = '(?:n?isch|isiert|haft|lich|los|weit)(?:e[mnrs]?)?|sche[mnrs]?';
const abstract = 'ismus|n?isier(?:en|t|ung|ungen)|schaft(?:en)?|tums?|heit(?:en)?|ung(?:en)?';
const derivation = new RegExp(`^(?:${person}|${adjective}|${abstract})$`, 'u');
