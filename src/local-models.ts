/** The translation models of a machine, and the program that runs them; read when they are needed. */
export interface LocalModels {
  /** Fingerprint of each model that is there, by its languages: `de-en`. */
  installed(): ReadonlyMap<string, string>;
  /** Throws `UserError` for one that is damaged. */
  read(pair: string): LocalModel;
  /** Throws `UserError` where the package is not installed. */
  program(): LocalProgram;
}

export interface LocalModel {
  /** Where it is, for people. */
  readonly file: string;
  /** Weights and settings, in Marian's binary format. */
  readonly model: Uint8Array;
  /** The words that a word may become; empty: any. */
  readonly shortlist: Uint8Array;
  /** SentencePiece: one for both languages, or that of the source and that of the target. */
  readonly vocabularies: readonly Uint8Array[];
  /** How Marian calculates with it. */
  readonly precision: Precision;
}

export type Precision = 'int8shiftAlphaAll' | 'int8shiftAll';

/** @browsermt/bergamot-translator: Marian in WebAssembly. */
export interface LocalProgram {
  readonly version: string;
  /** Emscripten's JavaScript around it. */
  readonly glue: string;
  readonly wasm: Uint8Array;
}

/** What a file of a model is, which its name says: `vocab` is for both languages. */
export type ModelRole = 'model' | 'lex' | 'vocab' | 'srcvocab' | 'trgvocab';

/** `model` of `model.deen.intgemm.alphas.bin`; `undefined` for a name that no file of a model has. */
export function roleOf(name: string): ModelRole | undefined {
  return /^(model|lex|vocab|srcvocab|trgvocab)\.[\w.-]+$/u.exec(name)?.[1] as ModelRole | undefined;
}

/** The files that a model consists of, if these are its. */
export function rolesOf(names: readonly string[]): readonly ModelRole[] {
  const isSplit = names.some((name) => roleOf(name) === 'srcvocab');
  return ['model', 'lex', ...(isSplit ? (['srcvocab', 'trgvocab'] as const) : (['vocab'] as const))];
}

/** Those that are not among these. */
export function missingRoles(names: readonly string[]): readonly ModelRole[] {
  const found = new Set(names.map(roleOf));
  return rolesOf(names).filter((role) => !found.has(role));
}

/** Mozilla's models for Firefox say it in their name: those whose activations were measured have `alphas`. */
export function precisionOf(name: string): Precision {
  return name.endsWith('.intgemm8.bin') ? 'int8shiftAll' : 'int8shiftAlphaAll';
}

/** `de-en`: two languages, as folders and the command line have them. */
export function isPair(text: string): boolean {
  return /^[a-z]{2,3}-[a-z]{2,3}$/u.test(text);
}

/** A file of a model, where it can be had. */
export interface FoundFile {
  /** Without `.gz`. */
  readonly name: string;
  /** Of what is in it, as far as it is known beforehand. */
  readonly bytes?: number | undefined;
  /** SHA-256, likewise. */
  readonly sha256?: string | undefined;
  /** As it stands there: compressed or not. Throws `UserError`. */
  read(): Promise<Uint8Array>;
}

export interface FoundModel {
  readonly pair: string;
  /** What its maker says of it: `Release Desktop`, `base-memory`. */
  readonly release?: string | undefined;
  readonly architecture?: string | undefined;
  readonly files: readonly FoundFile[];
}
