import type { ExitStatus, UserError } from '../errors.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Format, Glossary, Language, Message, Place, ReviewFile } from '../model.ts';
import type { TranslationPaths } from '../paths/translation-paths.ts';
import type { Settings } from '../settings.ts';
import type { Outline } from './outside/outline.ts';
import type { SourceFile } from './segment.ts';

export { translationPaths } from '../paths/translation-paths.ts';

/** Everything that a run reads, read once. */
export interface Project {
  readonly settings: Settings;
  /** Reads a path's format; the formats themselves where it is absent. */
  readonly formatOf?: ((path: string) => Format | undefined) | undefined;
  readonly glossary: Glossary;
  readonly sources: readonly SourceFile[];
  /** For each source and target language what is there of it. */
  readonly translations: readonly TranslationFiles[];
  readonly earlier: Readonly<Record<Language, EarlierPairs>>;
  /** Translations whose source is gone. */
  readonly orphans?: readonly Orphan[] | undefined;
  /** Source files that cannot be translated, with the reason. */
  readonly problems: readonly Problem[];
}

/** Pairs of people that stand in no document's review file. */
export interface EarlierPairs {
  /** Of the last commit. */
  readonly head: readonly MemoryEntry[];
  /** Of sentences that once left a file, the newest first. */
  readonly left: readonly MemoryEntry[];
  /** TMX files of other tools, in the order of their paths. */
  readonly imported?: readonly ImportedFile[] | undefined;
}

/** A file that is read when somebody asks for what is in it. */
export interface ImportedFile {
  readonly path: string;
  /** Throws `UserError` where it is no text. */
  read(): string;
}

export interface TranslationFiles extends TranslationPaths {
  /** Of the translated file. */
  readonly text?: string | undefined;
  /** As read, or why it cannot be. */
  readonly review?: ReviewFile | UserError | undefined;
  readonly merge?: Merge | undefined;
  /** What it was before its source was renamed: its files move along. */
  readonly moved?: Orphan | undefined;
  /** The source as earlier runs saw it; absent where nobody knows. */
  readonly before?: SourceBefore | undefined;
}

/** A translation whose source is gone: what is left of it. */
export interface Orphan extends TranslationPaths {
  readonly review: ReviewFile;
  /** Of the translated file. */
  readonly text?: string | undefined;
  readonly before?: SourceBefore | undefined;
  /** Nothing stands where its source stood. Else that cannot be read, or is none any more. */
  readonly isGone: boolean;
}

/** Asked for only where a translated file has something of its own outside of the sentences. */
export interface SourceBefore {
  /** What the last run on this machine wrote the translated file from. */
  last(): Outline | undefined;
  /** What git knows; `undefined` where that is not enough. */
  committed(): CommittedSource | undefined;
}

export interface CommittedSource {
  /** All versions. */
  readonly texts: readonly string[];
  /** The one of the commit that changed the translated file last. */
  readonly translated?: string | undefined;
}

/** Git has just put two branches together, which both changed the review file. */
export interface Merge {
  /** The review file as each of them had it. */
  readonly sides: readonly ReviewFile[];
  /** The translated file as the merge was committed; absent while it is under way. */
  readonly committed?: string | undefined;
}

/** Why one document was left alone. The run goes on; its exit status is the problem's. */
export interface Problem {
  readonly message: Message;
  readonly hint?: Message | undefined;
  readonly place: Partial<Place>;
  readonly status: ExitStatus;
  /** The translation that it is about; absent for a source that cannot be read. */
  readonly files?: TranslationFiles | undefined;
}
