/** What a language knows about its full stops. */
export interface Lexicon {
  /**
   * Without the final full stop, in their own case: `Nr`. Those of several parts in lower case, without blanks and with
   * the stop: `z.b.`.
   */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Closed-class words that open sentences, in lower case. */
  readonly starters: ReadonlySet<string>;
  /** Starters that have a capital inside a sentence too, in lower case: German Sie, Ihr. */
  readonly addresses?: ReadonlySet<string>;
  /** How compounds end that are abbreviated: Domagkstr., Kontonr. */
  readonly compounds?: RegExp;
}

/**
 * - `never-final`: something always follows (Dr., vgl., z. B.)
 * - `before-number`: an abbreviation only before a number or a letter that counts; else a word (Art. 5)
 * - `before-object`: may be final; an address after it is its object (u. a. Ihre Daten)
 * - `maybe-final`: final before a starter (Mio., Str., Inc.)
 * - `mostly-final`: final before any capital (usw., etc.)
 * - `declared`: by the project; something always follows
 * - `word`: looks like an abbreviation and is none (km, Pkw)
 */
export type AbbreviationKind =
  | 'never-final'
  | 'before-number'
  | 'before-object'
  | 'maybe-final'
  | 'mostly-final'
  | 'declared'
  | 'word';

/** A lexicon's words are written as text, with white space between them. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.match(/\S+/g));
}

/** The same words with a capital each. */
export function capitalized(words: string): string {
  return words.replace(/\S+/g, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
}

export function abbreviationsOf(lists: Readonly<Partial<Record<AbbreviationKind, string>>>): Lexicon['abbreviations'] {
  const kinds = Object.keys(lists) as AbbreviationKind[];
  return new Map(kinds.flatMap((kind) => Array.from(setOf(lists[kind] ?? ''), (word) => [word, kind] as const)));
}
