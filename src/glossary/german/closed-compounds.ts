import type { Glossary, GlossaryEntry } from '../../model.ts';
import { unfold, type Word, words } from '../words.ts';

/** The words that may open a closed compound (G9): Kremlsprecher. */
export interface ClosedCompounds {
  readonly entries: ReadonlyMap<string, GlossaryEntry>;
  /** How long the words are that begin alike, by these letters. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** How many letters these are. */
  readonly openings: readonly number[];
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
    const opening = key.slice(0, longestOpening);
    const known = lengths.get(opening) ?? [];
    if (!known.includes(key.length)) lengths.set(opening, [...known, key.length]);
  }
  return { entries, lengths, openings: [...new Set([...lengths.keys()].map(({ length }) => length))] };
}

/** More letters tell more, and take longer. */
const longestOpening = 8;

export interface Opener {
  readonly entry: GlossaryEntry;
  /** Where in the text it ends. */
  readonly end: number;
}

/** The entries that open a word. */
export function openers(word: Word, text: string, { entries, lengths, openings }: ClosedCompounds): readonly Opener[] {
  const found: Opener[] = [];
  for (const opening of openings) {
    for (const length of lengths.get(word.key.slice(0, opening)) ?? []) {
      const entry = word.key.length < length + shortestRest ? undefined : entries.get(word.key.slice(0, length));
      if (entry === undefined || !isNoun(word.key.slice(length))) continue;
      found.push({ entry, end: word.start + unfold(text.slice(word.start, word.end), length) });
    }
  }
  return found;
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
