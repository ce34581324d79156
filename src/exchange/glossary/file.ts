import type { GlossaryEntry, Language, Message, Place } from '../../model.ts';

/** What a glossary of another tool says: its concepts that have a term in the language of the sources. */
export interface GlossaryFile {
  readonly entries: readonly FileEntry[];
  /** Parts of it that cannot be read; the others can. */
  readonly problems: readonly FileProblem[];
  /** What of it is not taken over by intent: columns and concepts of other languages. */
  readonly notes: readonly Message[];
}

export interface FileEntry {
  readonly entry: GlossaryEntry;
  /** Where the terms of a language stand; that of the entry is where the concept begins. */
  readonly places: Readonly<Record<Language, Place>>;
}

export interface FileProblem {
  readonly message: Message;
  readonly place: Place;
}

export interface GlossaryText {
  readonly text: string;
  readonly path: string;
}

/** What the command line and the project say of languages. */
export interface WantedLanguages {
  readonly source: Language;
  /** Others are not taken over. */
  readonly targets: readonly Language[];
}
