import { formatFor } from '../../src/formats/index.ts';
import { bytesOf, type Corpus, type CorpusFile } from './corpus.ts';
import { leastTime } from './least-time.ts';
import { figure, type Report } from './report.ts';

/** Finding the blocks of each document, beside a loop that looks at each of its signs once. */
export function findBlocks(corpus: Corpus): Report {
  const speed = (work: (file: CorpusFile) => unknown) => bytesOf(corpus) / 1000 / leastTime(() => corpus.forEach(work));
  const wordferry = speed(parse);
  const floor = speed(({ text }) => lookAtEachSign(text));
  const slowest = corpus
    .map((file) => ({ path: file.path, time: timePer100KB(file) }))
    .reduce((slow, other) => (other.time > slow.time ? other : slow));
  return {
    title: `Finding blocks: ${corpus.length} files, ${figure(bytesOf(corpus) / 1e6)} MB, one core`,
    lines: [
      { name: 'wordferry', figures: `${figure(wordferry)} MB/s` },
      {
        name: 'reading',
        figures: `${figure(floor)} MB/s`,
        ratio: `wordferry takes ${figure(floor / wordferry)} × as long`,
      },
      { name: 'slowest file', figures: `${figure(slowest.time)} ms per 100 KB: ${slowest.path}` },
    ],
  };
}

const parse = ({ path, text }: CorpusFile) => formatFor(path).parse(text, {});

function lookAtEachSign(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

/** Milliseconds; a file that is smaller counts as 100 KB, or the clock's grain would decide. */
function timePer100KB(file: CorpusFile): number {
  return leastTime(() => parse(file)) / Math.max(1, file.bytes / 100_000);
}
