import type { Language, State } from '../model.ts';

/**
 * What the review page and its server say to one another: JSON over HTTP, at `http://127.0.0.1:PORT/#TOKEN`. Offsets are
 * UTF-16 units, ends exclusive. Who is not let in gets a status and no words (400, 401, 403, 404, 405, 413, 415, 421).
 */

/** `GET /api/overview`. */
export interface Overview {
  /** Name of the project's folder. */
  readonly project: string;
  readonly source: Language;
  readonly targets: readonly Language[];
  /** As git knows who decides; absent where it does not. */
  readonly reviewer?: Person | undefined;
  /** Ids of the engines whose targets stand in the review files. */
  readonly engines: readonly string[];
  /** So many documents are still being read, and not among these; events tell of them as they come. */
  readonly reading?: number | undefined;
  readonly documents: readonly DocumentSummary[];
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** A document in one language. */
export interface DocumentSummary {
  /** Of the translated file, from the root: what the document is asked for by. */
  readonly path: string;
  readonly source: string;
  readonly language: Language;
  readonly states: Readonly<Record<State, number>>;
  /** Sentences whose source changed since their target was reviewed. */
  readonly stale: number;
  readonly errors: number;
  readonly warnings: number;
  readonly engines: readonly string[];
  /** Why it cannot be reviewed, in the page's language. */
  readonly problem?: string | undefined;
}

/** `GET /api/document?path=…`: a document side by side. */
export interface DocumentView extends DocumentSummary {
  /** Of the files as they were read. Each decision carries the one it saw. */
  readonly revision: string;
  readonly units: readonly UnitView[];
  /** Files of documents that were decided about and are not committed yet. */
  readonly unsaved: number;
  /** There are decisions of this page that can be taken back. */
  readonly canUndo: boolean;
}

export interface UnitView {
  /** As a review file calls it: `paragraph`, `heading`, `value nav.home`. */
  readonly unit: string;
  readonly sentences: readonly SentenceView[];
}

export interface SentenceView {
  /** As `accept` takes it, without the path: `5c0e77d1~2@en`. */
  readonly id: string;
  /** Absent for text that a person added. */
  readonly source?: string | undefined;
  readonly target: string;
  readonly state: State;
  /** Its text is in the target of the sentence before. */
  readonly joined?: true | undefined;
  readonly machine?: string | undefined;
  readonly note?: string | undefined;
  /** Names of checks that a person wants to hear no more of. */
  readonly ignored: readonly string[];
  /** The pair that was reviewed last, where it is another one now, and both texts marked word by word against it. */
  readonly previous?: PreviousView | undefined;
  readonly terms: readonly TermView[];
  readonly findings: readonly FindingView[];
  /** Line in the review file. */
  readonly line: number;
}

export interface PreviousView {
  readonly source: string;
  readonly target: string;
  readonly sourceRuns: readonly Run[];
  readonly targetRuns: readonly Run[];
}

export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface TermView extends TextRange {
  /** Head of the glossary entry. */
  readonly term: string;
  /** What may stand for it in the target language. */
  readonly admitted: readonly string[];
}

export interface FindingView {
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** In the page's language. */
  readonly message: string;
  /** Words that it is about. */
  readonly source?: TextRange | undefined;
  readonly target?: TextRange | undefined;
  /** The target with the safe correction made. */
  readonly fixed?: string | undefined;
}

/** `GET /api/matches?path=…&id=…`: what the memory knows for a sentence, best first. */
export interface Matches {
  readonly matches: readonly MatchView[];
}

export interface MatchView {
  readonly source: string;
  readonly target: string;
  /** 0–100. */
  readonly similarity: number;
  /** Path of the document it stands in, or of the imported file. */
  readonly document: string;
}

/** `GET /api/concordance?language=…&text=…`: sentences of the memory with these words, on either side. */
export interface Concordance {
  readonly hits: readonly Omit<MatchView, 'similarity'>[];
  /** How many more there are. */
  readonly more: number;
}

/** `GET /api/preview?path=…`: the translated document as HTML without scripts, for a sandboxed frame. */
export interface Preview {
  readonly html: string;
}

/** What a reviewer decides about a sentence. */
export type Decision =
  | { readonly id: string; readonly kind: 'accept' }
  /** A new target; accepted at once where `accept` is set. */
  | { readonly id: string; readonly kind: 'edit'; readonly target: string; readonly accept?: boolean | undefined }
  /** Back to the target that was reviewed last. */
  | { readonly id: string; readonly kind: 'reject' }
  /** Takes the acceptance back. */
  | { readonly id: string; readonly kind: 'reopen' }
  /** An empty one takes the note away. */
  | { readonly id: string; readonly kind: 'note'; readonly note: string }
  | { readonly id: string; readonly kind: 'ignore' | 'heed'; readonly check: string };

/** `POST /api/decide`: in the review file (and the translated one) before it is answered, with the document as it is then. */
export interface Decide {
  readonly path: string;
  readonly revision: string;
  /** All or none. `clean`: accept all sentences without findings. */
  readonly decisions: readonly Decision[] | 'clean';
}

/** `POST /api/undo`: takes the last decision of this page about the document back; answered with a `DocumentView`. */
export interface Undo {
  readonly path: string;
  readonly revision: string;
}

/** Status 409, for decisions that saw another revision: nothing was written. */
export interface Outdated {
  readonly error: string;
  readonly document: DocumentView;
}

/** `POST /api/save`: commits the decisions in the reviewer's name. */
export interface Save {
  readonly message?: string | undefined;
  readonly push?: boolean | undefined;
}

export interface Saved {
  /** Absent where there was nothing to commit. */
  readonly commit?: string | undefined;
  readonly files: number;
  readonly isPushed: boolean;
}

/** Every other refusal, in the page's language: 422, or 423 where another run has the lock. */
export interface Refused {
  readonly error: string;
  readonly hint?: string | undefined;
}

/** `GET /api/events`: one JSON value a line, as long as the page is open; an empty line now and then. */
export interface ChangedEvent {
  /** Documents whose files changed on disk, or by a decision of any page. */
  readonly changed: readonly string[];
}

/** `GET /api/messages?language=…`: the page's words. */
export type Messages = Readonly<Record<string, string>>;

export const tokenHeader = 'x-wordferry-token';
