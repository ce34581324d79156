import type { TermFinder } from '../../glossary/find.ts';
import type { Memory } from '../../memory/index.ts';
import type { Entry, MatchKind, Pair, Segment } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import type { Translation } from '../open.ts';

/** An entry as far as review file and memory know it. */
export interface MatchedEntry {
  readonly entry: Entry;
  /** Absent for text that a person added, which has no segment. */
  readonly segment?: Segment | undefined;
  /** How its target was found; absent where none was. */
  readonly match?: MatchKind | undefined;
  /** The pair that its target was made from, or that it changed from. */
  readonly basis?: Basis | undefined;
}

/** With the source document that it stands in, where that is another one. */
export type Basis = Pair & { readonly path?: string | undefined };

/** What segments are matched with, besides the document's own entries. */
export interface MatchOptions {
  readonly memory: Memory;
  readonly finder: TermFinder;
  readonly settings: Settings;
}

/** The document that is matched, with all of it. */
export interface Matching extends MatchOptions {
  readonly translation: Translation;
}

/** An entry for a segment, and how its target was found. */
export interface Found {
  readonly entry: Entry;
  readonly match?: MatchKind | undefined;
  readonly basis?: Basis | undefined;
  /** Nobody accepted the target yet. */
  readonly isDraft?: boolean;
}
