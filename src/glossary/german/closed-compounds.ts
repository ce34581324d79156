import type { Glossary, GlossaryEntry } from '../../model.ts';
import { unfold, type Word, words } from '../words.ts';

/** The words that may open a closed compound (G9): Kremlsprecher. */
export interface ClosedCompounds {
  readonly entries: ReadonlyMap<string, GlossaryEntry>;
  /** How long the words are that start with some letters, the longest first; most words of a text start otherwise. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

export function closedCompounds(glossary: Glossary): ClosedCompounds {
  const entries = new Map<string, GlossaryEntry>();
  for (const entry of glossary.entries.filter(({ closed }) => closed)) {
    for (const surface of [entry.term, ...entry.variants]) {
      const [word, ...others] = words(surface);
      if (word !== undefined && others.length === 0 && !entries.has(word.key)) entries.set(word.key, entry);
    }
  }
  const lengths = new Map<string, readonly number[]>();
  for (const key of entries.keys()) {
    const known = lengths.get(initials(key)) ?? [];
    if (!known.includes(key.length))
      lengths.set(
        initials(key),
        [...known, key.length].toSorted((a, b) => b - a),
      );
  }
  return { entries, lengths };
}

/** The entries that open a word, the longest first, with the offset in `text` where each ends. */
export function openers(
  word: Word,
  text: string,
  { entries, lengths }: ClosedCompounds,
): readonly { readonly entry: GlossaryEntry; readonly end: number }[] {
  const candidates = lengths.get(initials(word.key));
  if (candidates === undefined) return [];
  return candidates.flatMap((length) => {
    if (word.key.length < length + shortestRest) return [];
    const entry = entries.get(word.key.slice(0, length));
    if (entry === undefined || !isNoun(word.key.slice(length))) return [];
    return [{ entry, end: word.start + unfold(text.slice(word.start, word.end), length) }];
  });
}

const shortestRest = 3;

function initials(key: string): string {
  return key.slice(0, 2);
}

/** What is left of a compound; Ukrainerin, nordkoreanisch and Putinismus are other words (G10). */
function isNoun(rest: string): boolean {
  return /^\p{Ll}+$/u.test(rest) && !derivation.test(rest);
}

const person = '(?:n|an|ane)?e?r(?:s|n|in|innen|tum|tums)?|ist(?:en|in|innen)?|innen';
const adjective = '(?:n?isch|isiert|haft|lich|los|weit)(?:e[mnrs]?)?|sche[mnrs]?';
const abstract = 'ismus|n?isier(?:en|t|ung|ungen)|schaft(?:en)?|tums?|heit(?:en)?|ung(?:en)?';
const derivation = new RegExp(`^(?:${person}|${adjective}|${abstract})$`, 'u');
