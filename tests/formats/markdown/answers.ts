import { formats } from '../../../src/formats/index.ts';
import { inline, mdxInline } from '../../../src/formats/markdown/inline/index.ts';
import type { Document, Segment } from '../../../src/model.ts';
import { engineText, fromEngine } from '../../../src/pipeline/codes.ts';
import { unitOf } from './oracle.ts';

const [text] = formats;
if (text === undefined) throw new Error('no format');

export type Dialect = 'markdown' | 'mdx';

interface Sentence {
  readonly segment: Segment;
  readonly document: Pick<Document, 'units' | 'format'>;
}

/** A text that is one sentence of a document with these labels. */
export function sentenceOf(source: string, labels: readonly string[] = [], dialect: Dialect = 'markdown'): Sentence {
  return {
    segment: { start: 0, end: source.length, text: source, unit: 0 },
    document: { units: [unitOf(labels)], format: { ...text!, inline: dialect === 'mdx' ? mdxInline : inline } },
  };
}

export function sent({ segment, document }: Sentence): string {
  return engineText(segment, document);
}

export function written(answer: string, { segment, document }: Sentence): string | undefined {
  return fromEngine(answer, segment, document);
}
