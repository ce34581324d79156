import { formatFor } from './formats/index.ts';
import type { Document, Language, Newlines } from './model.ts';
import { segmentDocument } from './pipeline/index.ts';
import { defaults } from './settings.ts';

export interface SegmentOptions {
  readonly language: Language;
  /** Decides the format by its extension; plain text where it is not given. */
  readonly path?: string | undefined;
  /** How plain text breaks into paragraphs; default `auto`. */
  readonly newlines?: Newlines | 'auto' | undefined;
}

/** The units and sentences of a text; ranges are UTF-16 offsets in it. Never fails. */
export function segment(text: string, { language, path = 'text.txt', newlines = 'auto' }: SegmentOptions): Document {
  return segmentDocument({ path, text }, formatFor(path), {
    ...defaults,
    targets: [],
    source: language,
    newlines,
  });
}
