import type { Range } from '../../model.ts';

/** Where a form of a target term stands in a target text. */
export interface Occurrence extends Range {
  /** Goes on in a way that may make another word of it: 한국 in 한국어. */
  readonly continued: boolean;
}

/** Finds a form in the text that it was made for. */
export type FormFinder = (form: string) => readonly Occurrence[];
