import { formatFor } from '../../src/formats/index.ts';
import { splitSentences } from '../../src/languages/sentences/index.ts';
import type { Corpus } from './corpus.ts';
import { leastTime } from './least-time.ts';
import { figure, type Report } from './report.ts';

/** Splitting the paragraphs of the documents into sentences, beside the segmenter that comes with the language. */
export function splitParagraphs(corpus: Corpus): Report {
  const paragraphs = corpus.flatMap(({ path, text }) =>
    formatFor(path)
      .parse(text, {})
      .units.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' ')),
  );
  const bytes = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const speed = (work: (text: string) => unknown) => bytes / 1000 / leastTime(() => paragraphs.forEach(work));
  const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });
  const wordferry = speed((text) => splitSentences(text, 'de'));
  const peer = speed((text) => Array.from(segmenter.segment(text)));
  return {
    title: `Splitting sentences: ${figure(paragraphs.length)} paragraphs, ${figure(bytes / 1e6)} MB, one core`,
    lines: [
      { name: 'wordferry', figures: `${figure(wordferry)} MB/s` },
      {
        name: 'Intl.Segmenter',
        figures: `${figure(peer)} MB/s`,
        ratio: `wordferry is ${figure(wordferry / peer)} × as fast`,
      },
    ],
  };
}
