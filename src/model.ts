/**
 * The words of wordferry, as types (XLIFF 2, TBX, TMX terms). Plain readonly data; imports nothing.
 *
 * Offsets are UTF-16 code units, `start` inclusive, `end` exclusive.
 */

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text in the place of a range. */
export interface Piece extends Range {
  readonly text: string;
}

/** File, line and column; lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** BCP 47 language tag: `de`, `en`, `ko`, `pt-BR`. */
export type Language = string;

/** A sentence to a person: an id in `src/messages/<lang>.json` and the values of its arguments. */
export interface Message {
  readonly id: MessageId;
  readonly values?: MessageValues;
}
export type MessageId = keyof typeof import('./messages/en.json', { with: { 'resolution-mode': 'import' }});
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

// ── Documents ──────────────────────────────────────────────────────────────────────────────────

/** A block of translatable text (paragraph, heading, cell, value) and its range in the document. */
export interface Unit extends Range {
  /** What it is: `paragraph`, `heading`, `value` … */
  readonly kind: string;
  /** The format's own name for it, where it has one: `nav.home`. */
  readonly key?: string | undefined;
  /** How its text is written where it stands; a format's own word: `cell`, `double-quoted`. */
  readonly style?: string | undefined;
  /** Names in its text that another place of the document explains: labels of link references. */
  readonly labels?: readonly string[] | undefined;
  /** Where those of them that are links lead, by the normalised label. */
  readonly destinations?: Readonly<Record<string, string>> | undefined;
  /** Raw pieces in it that its targets never lose, in order: numbers and times of the cues that it runs over. */
  readonly fixed?: readonly string[] | undefined;
  /** A declared line of page furniture: kept out of segments, review files and checks. */
  readonly furniture?: boolean;
}

/** A sentence of a unit. Its range is where it stands in the document; `text` is what people read and engines get. */
export interface Segment extends Range {
  readonly text: string;
  /** Index into the document's units. */
  readonly unit: number;
}

export interface Document {
  /** From the project's root, with `/`. */
  readonly path: string;
  /** As read, where `text` is what the target language needs: other plural branches, `lang`, link prefixes. */
  readonly original?: string | undefined;
  readonly language: Language;
  readonly format: Format;
  readonly newlines: Newlines;
  readonly refusal?: Refusal | undefined;
  readonly text: string;
  readonly units: readonly Unit[];
  readonly segments: readonly Segment[];
}

/** How plain text breaks into paragraphs: one a line, or lines up to a blank line. */
export type Newlines = 'line' | 'paragraph';

export interface ParseOptions {
  readonly newlines?: Newlines | 'auto';
  /** Keys of a catalog or of front matter whose values are translated; each format has its own where none is named. */
  readonly keys?: readonly string[] | undefined;
  /** Attributes of HTML and JSX elements whose values are translated, besides HTML's own: `label`, `Card.title`. */
  readonly attributes?: readonly string[] | undefined;
  /** What destinations of links begin with, and what with in a target language: `/de/` → `/{lang}/`. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  readonly headingIds?: HeadingIds | undefined;
  /** What the document is a translation of: it is refused where it broke what its source has. */
  readonly original?: string | undefined;
}

/** `explicit`: translated headings say the id that the source's have without saying it. */
export type HeadingIds = 'keep' | 'explicit';

export interface Parsed {
  /** In document order, not overlapping. */
  readonly units: readonly Unit[];
  readonly newlines: Newlines;
  /** Why the document cannot be kept byte for byte, and where; then there are no units. */
  readonly refusal?: Refusal | undefined;
}

export interface Refusal {
  readonly message: Message;
  readonly offset: number;
}

/** A plug-in: document ⇄ units. It finds ranges; nothing outside them is ever rendered anew. */
export interface Format {
  readonly id: string;
  /** With the dot, lower case: `.txt`. */
  readonly extensions: readonly string[];
  /** Never throws: gives the units that it could read. */
  parse(text: string, options: ParseOptions): Parsed;
  /**
   * What of a unit's raw text people do not read as it stands, in order: a soft line break with the prefix of the next
   * line (reads ` `), a hard one (reads `\n`, and ends a sentence), the escape of a sign (reads the sign).
   */
  folds(raw: string, unit: Unit): readonly Piece[];
  /** A sign of a target as it is written in such a unit, where it cannot stand as it is. */
  spell?(sign: string, unit: Unit): string;
  /** Whether any sign is spelled otherwise in such a unit; where it is absent, one may be. */
  spells?(unit: Unit): boolean;
  /** A unit with its targets, as a whole: quotes or escapes what would be read otherwise there, and changes nothing else. */
  close?(raw: string, unit: Unit): string;
  readonly inline?: Inline | undefined;
  /** What the format requires to be different in another language: plural branches, `lang`. The listed exceptions to the law of identity. */
  localise?(text: string, languages: Languages, options: ParseOptions): readonly Piece[];
  /** The links in a segment's text, in order. */
  links?(text: string, unit: Unit): readonly Link[];
  /** What links into the document may name behind `#`; rather too much than too little. `units` are those of `text`. */
  anchors?(text: string, units: readonly Unit[]): readonly string[];
}

/** Its range is that of the destination as it is written, of a reference that of its label. */
export interface Link extends Range {
  /** As it reads. */
  readonly destination: string;
}

/** The inline syntax of a format. */
export interface Inline {
  /** In order, not overlapping. */
  codes(text: string, unit: Unit): readonly Code[];
  /** Signs that may be syntax; only these are ever escaped. */
  readonly signs: string;
  /** The sign of a plain text at `at` as it must be written, so that it never becomes a code. */
  escape(text: string, at: number, unit: Unit): string;
  /** Codes that are there but would not be read as such where they stand, in order: `**평양(Pyongyang)**은`. */
  mend?(text: string, unit: Unit): string;
}

/**
 * An inline element of a segment, derived from its text and never stored: the start or the end of a pair, one that
 * stands alone (code span, image, placeholder), or the escape of a sign.
 */
export interface Code extends Range {
  readonly kind: 'open' | 'close' | 'alone' | 'escape';
  /** Of the start of a pair: the index of its end among the codes; of an end, that of its start. */
  readonly partner?: number | undefined;
  /** The sign that an escape stands for; `\n` of a code that ends a line. */
  readonly reads?: string | undefined;
  /** How the end of a pair is written where the text in it has changed: `][label]`. */
  readonly whenChanged?: string | undefined;
  /** What it is compared by, where that is not how it is written. */
  readonly name?: string | undefined;
}

// ── Review files and memory ────────────────────────────────────────────────────────────────────

/** `initial`: no target; `translated`: by a machine; `reviewed`: a person accepted it; `final`: signed off. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final';

export interface Pair {
  readonly source: string;
  readonly target: string;
}

/** One entry of a review file: a segment, its target and what people said of it. */
export interface Entry {
  /** On the first entry of a unit: its kind, and its key where the format has one. */
  readonly unit?: string | undefined;
  /** Absent: the target is text that a person added after the entry above. */
  readonly source?: string | undefined;
  /** `''`: none. */
  readonly target: string;
  readonly state: State;
  /** Fingerprint of the target as wordferry last wrote it into the translated file. */
  readonly written?: string | undefined;
  /** Who wrote the target, until a person takes over: an engine, `memory`, `repair`. */
  readonly machine?: string | undefined;
  /** Terms of the glossary that were put right in what the machine wrote: `Kursk Oblast → Kursk region`. */
  readonly replaced?: readonly string[] | undefined;
  /** Its target stands in the entry before. */
  readonly joined?: boolean | undefined;
  /** The last pair that a person had reviewed; with it the entry is *stale*. */
  readonly previous?: Pair | undefined;
  /** Ids of checks whose findings are silenced for this source and target. */
  readonly ignore?: readonly string[] | undefined;
  readonly note?: string | undefined;
  /** The entry's lines in the file that it was read from; an unchanged entry keeps its bytes. */
  readonly lines?: Range | undefined;
  /** Where the text of its target began in that file. */
  readonly place?: Omit<Place, 'file'> | undefined;
}

export interface ReviewFile {
  readonly path: string;
  /** Path of the source document. */
  readonly source: string;
  readonly languages: Languages;
  /** `own`: the translated file keeps what stands between its sentences; absent: there it is what the source is. */
  readonly layout?: 'own' | undefined;
  readonly entries: readonly Entry[];
  /** Ids of checks whose findings are silenced in the whole document. */
  readonly ignore?: readonly string[] | undefined;
  /** As read; absent for a new file. */
  readonly text?: string | undefined;
}

export interface Languages {
  readonly source: Language;
  readonly target: Language;
}

/**
 * Steps 1–6: the same place, moved inside the document, cut otherwise, restored to what it was; the memory's, with the
 * same neighbours or without; the same but for its looks; rewritten for other numbers, dates and names.
 */
export type MatchKind =
  | 'unchanged'
  | 'moved'
  | 'resegmented'
  | 'restored'
  | 'context'
  | 'exact'
  | 'cosmetic'
  | 'repaired';

/** What the memory knows about a segment. */
export interface Match extends Pair {
  readonly kind: MatchKind;
  /** 0–100. */
  readonly similarity: number;
}

// ── Glossary ───────────────────────────────────────────────────────────────────────────────────

export type Inflection =
  | 'name'
  | 'acronym'
  | 'adjective'
  | 'noun-en'
  | 'noun-weak-en'
  | 'noun-es-e-en'
  | 'noun-s-n'
  | 'multiword'
  | 'explicit'
  | 'none';

/** What a concept is called in one target language. */
export interface TargetTerm {
  readonly preferred: string;
  readonly admitted: readonly string[];
  readonly forbidden: readonly string[];
  readonly note?: string | undefined;
  /** Korean only: how a Latin term is read; decides 은/는. */
  readonly reading?: string | undefined;
}

/** A concept: its German forms and its target terms. */
export interface GlossaryEntry {
  readonly term: string;
  readonly variants: readonly string[];
  /** Inflected forms that no rule gives: umlaut plurals. */
  readonly forms: readonly string[];
  readonly inflection: Inflection;
  /** Stands as it is in every language. */
  readonly keep: boolean;
  readonly status: 'proposed' | 'approved' | 'deprecated';
  /** May open a closed compound (`Kremlsprecher`). */
  readonly closed: boolean;
  /** Words that never match. */
  readonly except: readonly string[];
  /** Found in `any` case, or only `exact`ly as written; absent: smart, as German spells (at a sentence's start, in all capitals). */
  readonly case?: 'exact' | 'any' | undefined;
  readonly targets: Readonly<Record<Language, TargetTerm>>;
  /** What the concept is. */
  readonly definition?: string | undefined;
  /** For people. */
  readonly note?: string | undefined;
  /** Who decided so: a style guide, an office. */
  readonly authority?: string | undefined;
  /** Subjects: politics, geography. */
  readonly domain?: readonly string[] | undefined;
  readonly place: Place;
}

export interface Glossary {
  readonly entries: readonly GlossaryEntry[];
}

/** An occurrence of a glossary entry in a text. */
export interface Term extends Range {
  readonly entry: GlossaryEntry;
  readonly surface: string;
}

// ── Checks ─────────────────────────────────────────────────────────────────────────────────────

export type Severity = 'error' | 'warning' | 'info';

/** What a check looks at: one segment with its target (a joined group counts as one). */
export interface CheckedPair extends Pair {
  readonly languages: Languages;
  /** Glossary terms found in the source. */
  readonly terms: readonly Term[];
  /** Kind of the unit: headings and values need no full stop. */
  readonly unit: string;
  /** The translated document uses curly quotation marks somewhere. */
  readonly curlyQuotes: boolean;
  /** How most of its sentences end, in Korean: 했다 or 했습니다. */
  readonly register?: 'plain' | 'polite' | undefined;
  /** Inline elements as the format of the document reads them; where it is absent, the tags in the texts count. */
  readonly markup?: Markup | undefined;
  /** What destinations of links begin with, and what with in the target: `/de/` → `/en/`. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  /** Where it is another one, the same source may read otherwise, as in a catalog. */
  readonly context?: string | undefined;
  /** What `checks:` in wordferry.yaml says of some checks, by their ids. */
  readonly limits?: CheckLimits | undefined;
}

/** Inline elements of both texts of a pair, by what they do: `strong`, `link`, `<b>`, a code span as it stands. */
export interface Markup {
  readonly source: readonly MarkupNode[];
  readonly target: readonly MarkupNode[];
  /** The target written so that it has the source's elements, where moving marks is enough. */
  readonly mended?: string | undefined;
}

export interface MarkupNode extends Range {
  readonly name: string;
}

/** By id of a check: a number, or by language the least and the most. */
export type CheckLimits = Readonly<Record<string, Limit>>;
export interface Limit {
  readonly most?: number | undefined;
  readonly ranges?: Readonly<Record<Language, readonly [least: number, most: number]>> | undefined;
}

/** A safe correction of the target. */
export interface Fix extends Range {
  readonly text: string;
}

/** What a check found, before it has a place. Ranges are in the source and target of the pair. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly source?: Range | undefined;
  readonly target?: Range | undefined;
  readonly fix?: Fix | undefined;
}

/** A plug-in: segment → findings. */
export interface Check {
  readonly id: string;
  /** It looks at all sentences of a unit as at one pair; else at each by itself. */
  readonly scope?: 'unit';
  check(pair: CheckedPair): readonly Finding[];
}

/** A plug-in that looks at a whole document: what is said twice, what is missing between the sentences. */
export interface DocumentCheck {
  readonly id: string;
  check(document: CheckedDocument): readonly DocumentFinding[];
}

export interface CheckedDocument {
  readonly languages: Languages;
  /** In order; sentences that nobody has translated yet are left out. */
  readonly units: readonly CheckedUnit[];
  /** None is left out. */
  readonly isComplete: boolean;
}

export interface CheckedUnit {
  readonly pairs: readonly CheckedPair[];
  /** Paragraphs that a person added after it, which the source does not have. */
  readonly added: number;
}

/** A finding about one pair of the document. */
export interface DocumentFinding extends Finding {
  readonly pair: CheckedPair;
}

// ── Engines ────────────────────────────────────────────────────────────────────────────────────

/** A sentence for an engine, and what helps to translate it; only `text` is translated. */
export interface TranslationRequest {
  readonly text: string;
  /** Source sentences before and after the first occurrence. Not translated, not billed by the character. */
  readonly context: { readonly before: string; readonly after: string };
  /** Glossary terms of the text, with the preferred target term. */
  readonly terms: readonly Pair[];
  /** The last reviewed pair of a sentence that changed: to be changed as little as the new source asks for. */
  readonly previous?: Pair | undefined;
  /** The most similar sentence that a person has reviewed, where there is no `previous`. */
  readonly match?: Pair | undefined;
  /** The answer that came before and was of no use, and why: this one is a repair. */
  readonly rejected?: { readonly text: string; readonly wrong: Message } | undefined;
}

/** Everything an engine gets to see at once; all texts in one pair of languages. */
export interface Batch {
  readonly languages: Languages;
  readonly requests: readonly TranslationRequest[];
}

/** As it came: nobody has looked at it yet. */
export interface Answer {
  readonly text: unknown;
}

/** What a request was billed for. */
export interface Bill {
  /** Unicode code points of the texts. */
  readonly characters: number;
  /** Of engines that count these. */
  readonly tokens?: { readonly input: number; readonly output: number } | undefined;
}

export interface Reply {
  /** One a request, in order; `undefined` where the engine did not answer this one, or twice. */
  readonly answers: readonly (Answer | undefined)[];
  readonly bill: Bill;
}

/** Unicode code points of the current billing period. */
export interface Usage {
  readonly used: number;
  readonly limit: number;
}

/** What an engine costs, in a currency (ISO 4217), per million of what it counts. */
export interface Price {
  readonly currency: string;
  readonly characters?: number | undefined;
  readonly input?: number | undefined;
  readonly output?: number | undefined;
}

export interface EngineLimits {
  /** Texts in one request. */
  readonly texts: number;
  /** Bytes of one request's encoded body. */
  readonly bytes: number;
  /** Requests at once. */
  readonly concurrency: number;
  /** Unicode code points of texts; absent: any number. */
  readonly charactersPerMinute?: number | undefined;
}

/** What of a request an engine makes use of. */
export interface EngineSupport {
  /** It was told that codes (`<x id="1"/>`, `<g id="2">`) are no text. */
  readonly tags: boolean;
  readonly glossary: boolean;
  readonly context: boolean;
  /** House style: variety, register, formality. */
  readonly style: boolean;
  /** It says which text an answer belongs to; others answer by order alone. */
  readonly ids: boolean;
}

/** How a house writes in a language. */
export interface Style {
  /** A variety of the language: `en-GB`. */
  readonly variety?: string | undefined;
  /** A style guide by its name: `AP`. */
  readonly guide?: string | undefined;
  /** Korean: sentences end in 다 (plain) or 합니다 (polite). */
  readonly register?: 'plain' | 'polite' | undefined;
  readonly formality?: 'more' | 'less' | undefined;
}

/** A plug-in: sources → targets. It asks once; batching, retrying, pausing, validating and the journal are run.ts's. */
export interface Engine {
  readonly id: string;
  /** Its targets are no translations (mock, echo, pseudo): never reviewed by machine, never published, never billed. */
  readonly fake: boolean;
  readonly limits: EngineLimits;
  readonly supports: EngineSupport;
  /** Absent: nobody knows. */
  readonly price?: Price | undefined;
  /** What can change its answers besides the request: model, style, how we ask. Part of an answer's key. */
  version(languages: Languages): string;
  /** Why it cannot translate between two languages; absent where it can. */
  refuses(languages: Languages): Message | undefined;
  /** Whether the batch may go in one request: limits, terms. What does not fit even alone is never sent. Asks nobody. */
  fits(batch: Batch): boolean;
  /** What a request is going to be billed for, before its answer says so; rather too much. */
  estimate(batch: Batch): Bill;
  /** One request. Throws `EngineFault`; never returns an answer that it did not get. */
  translate(batch: Batch, signal: Signal): Promise<Reply>;
  /** Bills nothing. Throws `EngineFault`. */
  usage?(signal: Signal): Promise<Usage | undefined>;
  /** Ends what it has started: threads. */
  close?(): Promise<void>;
}

/** What was or may be billed for a document, on a day. */
export interface BillRow extends Bill {
  /** ISO 8601, in UTC: only to add up by. */
  readonly day: string;
  readonly engine: string;
  /** Path of the source document; of a sentence in several of them the first. */
  readonly document: string;
  readonly target: Language;
  /** In `currency`; absent where nobody knows the price. */
  readonly cost?: number | undefined;
  readonly currency?: string | undefined;
}

/** What is about to be paid. */
export interface Intent {
  /** Keys of the answers asked for. */
  readonly keys: readonly string[];
  /** What it may cost. */
  readonly bill: readonly BillRow[];
}

/**
 * What was paid: an answer, with what was put right in it, or why the one that came is not used. With `rejected`, that answer, it is going to be asked for
 * once more; else never again.
 */
export interface Settled {
  readonly key: string;
  readonly answer:
    | { readonly text: string; readonly mended?: readonly string[] | undefined }
    | { readonly wrong: Message; readonly rejected?: string | undefined };
}

/** A request whose intent is in the journal, until it is known what became of it. */
export interface Asking {
  /** The engine surely did none of it. */
  refused(): void;
  /** Its answers: those of use, those of none; keys of neither were paid for nothing. And what all of it was billed. */
  settle(answers: readonly Settled[], bill: readonly BillRow[]): void;
}

/** Paid answers outlive a crash here. Each write is on disk when its call returns; a call that fails throws `UserError`. */
export interface Journal {
  find(key: string): Settled | undefined;
  /** Asked for by this or an earlier run, and nobody knows whether it was paid: the answer never came. */
  isUnanswered(key: string): boolean;
  intent(intent: Intent): Asking;
  /** What was billed; `perhaps` what nobody knows of: requests whose answers never came. */
  bills(): { readonly billed: readonly BillRow[]; readonly perhaps: readonly BillRow[] };
  close(): void;
}

/** The platform's AbortSignal; only its flag where no platform's types are known. */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : { readonly aborted: boolean };
