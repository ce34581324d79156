import type { Document, Segment } from '../../src/model.ts';
import { renderTarget } from '../../src/pipeline/write.ts';

/** The document with a target for each of its sentences. */
export function translated(document: Document, targetOf: (segment: Segment, at: number) => string): string {
  const entries = document.segments.map((segment, at) => ({
    source: segment.text,
    target: targetOf(segment, at),
    state: 'translated' as const,
  }));
  return renderTarget({ document, entries, language: 'en', outside: new Map() }, new Map());
}
