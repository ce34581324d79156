import { html } from '../../../src/formats/html.ts';
import type { Document } from '../../../src/model.ts';
import { engineText, fromEngine } from '../../../src/pipeline/codes.ts';
import { segmentDocument } from '../../../src/pipeline/index.ts';
import { defaults, type Settings } from '../../../src/settings.ts';
import { translated } from '../translated.ts';

const settings: Settings = { ...defaults, targets: [] };

export function documentOf(text: string): Document {
  return segmentDocument({ path: 'a.html', text }, html, settings);
}

/** The document with what `answer` makes of each sentence as engines see it; a sentence stays where that is refused. */
export function translate(text: string, answer: (asked: string) => string): string {
  const document = documentOf(text);
  return translated(
    document,
    (segment) => fromEngine(answer(engineText(segment, document)), segment, document) ?? segment.text,
  );
}
