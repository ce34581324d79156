import type { Languages } from '../model.ts';

/** The translation models of a machine, and the program that runs them; read when they are needed. */
export interface LocalModels {
  /** Models that are there, in this order: `de-en`. */
  readonly pairs: readonly string[];
  /** The files of a model. Throws `UserError` for one that is damaged. */
  read(languages: Languages): LocalModel;
}

export interface LocalModel {
  readonly model: Uint8Array;
  readonly shortlist: Uint8Array | undefined;
  /** One for both languages, or that of the source and that of the target. */
  readonly vocabularies: readonly Uint8Array[];
  /** `int8shiftAlphaAll` or `int8shiftAll`, as Marian calls it. */
  readonly precision: string;
  /** SHA-256 of the model: part of an answer's key. */
  readonly hash: string;
}
