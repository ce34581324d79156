import { html } from '../../../src/formats/html.ts';
import type { Document } from '../../../src/model.ts';
import { engineText, fromEngine } from '../../../src/pipeline/codes.ts';
import { segmentDocument } from '../../../src/pipeline/index.ts';
import { renderTarget } from '../../../src/pipeline/write.ts';
import { defaults, type Settings } from '../../../src/settings.ts';

export const settings: Settings = { ...defaults, targets: [] };

export function documentOf(text: string): Document {
  return segmentDocument({ path: 'a.html', text }, html, settings);
}

/** The document with what `answer` makes of each sentence as engines see it; a sentence stays where that is refused. */
export function translate(text: string, answer: (asked: string) => string): string {
  return render(documentOf(text), (document) =>
    document.segments.map(
      (segment) => fromEngine(answer(engineText(segment, document)), segment, document) ?? segment.text,
    ),
  );
}

/** The document with targets as people write them. */
export function render(document: Document, targetsOf: (document: Document) => readonly string[]): string {
  const targets = targetsOf(document);
  const entries = document.segments.map(({ text: source }, at) => ({
    source,
    target: targets[at] ?? '',
    state: 'translated' as const,
  }));
  return renderTarget(document, entries, 'en', new Map());
}
