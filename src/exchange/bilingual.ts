import type { Language, Message, Pair, Place } from '../model.ts';

/** What a bilingual file of another tool says: its pairs, in its order. */
export interface BilingualFile {
  readonly segments: readonly BilingualSegment[];
  /** Parts of it that cannot be read; the others can. */
  readonly problems: readonly BilingualProblem[];
}

/** A sentence with its target. Inline elements stand in both texts as tags. */
export interface BilingualSegment extends Pair {
  /** The file's own name for it, or its number; a part of one has its name behind a slash: `12/3`. */
  readonly id: string;
  readonly languages: StatedLanguages;
  /** Kind of the unit: headings and cells need no full stop. */
  readonly unit: string;
  /** Where it is another one, the same source may read otherwise: the message of a catalog, the form of a plural. */
  readonly context?: string | undefined;
  /** Where the target begins; the source where there is none. */
  readonly place: Omit<Place, 'file'>;
  /** The target stands there to the letter, in one line. */
  readonly isLiteral: boolean;
  /** Signs that cannot stand there as they are, besides line breaks. */
  readonly reserved: string;
}

/** Languages that the file or the command line names. */
export interface StatedLanguages {
  readonly source?: Language | undefined;
  readonly target?: Language | undefined;
}

export interface BilingualProblem {
  readonly message: Message;
  readonly place: Omit<Place, 'file'>;
}

export interface BilingualText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly path: string;
}

/** Reads a kind of file. */
export interface BilingualReader {
  readonly id: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** `wanted`: what the command line names. Throws `UserError` with the place where nothing can be read. */
  read(file: BilingualText, wanted: StatedLanguages): BilingualFile;
}
