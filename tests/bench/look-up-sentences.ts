import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearch, tokenNumbers } from '../../src/memory/index.ts';
import { createPattern, distance } from '../../src/memory/sentence-index/distance.ts';
import { fileSource } from '../../src/store/file-source.ts';
import { type Content, makeMemoryFile } from '../../src/store/make-memory-file.ts';
import { type MemoryFile, openMemoryFile, sumOf } from '../../src/store/memory-file.ts';
import { searchIn } from '../../src/store/search-threads.ts';
import { createDice } from './dice.ts';
import { flexsearchLine } from './flexsearch.ts';
import { edited, madeSentences } from './made-sentences.ts';
import { figure, type Line, type Report } from './report.ts';
import { timed } from './took.ts';

/** Questions of each kind. */
const asked = 5000;

/** As the pipeline asks. */
const limits = { least: 75, most: 1, near: { start: 0, end: 0 } };

/**
 * Looking up similar sentences, by the index that `memory lookup` keeps, for sentences that differ a little from a known
 * one and for such as are new. `sentences`: the lines of the file `WORDFERRY_SENTENCES`, or made ones.
 */
export function lookUpSentences(size: number): Report {
  const all = readSentences(size + asked);
  const [known, fresh] = [all.slice(0, -asked), all.slice(-asked)];
  const dice = createDice(5);
  const some = () => known[Math.floor(dice() * known.length)]!;
  const near = Array.from({ length: asked }, () => edited(some(), () => some().split(' ')[0]!, dice));
  const { file, lines } = makeFile(known);
  const report = {
    title: `Looking up similar sentences: ${known.length.toLocaleString('en')} of them, from 75 % on`,
    lines: [
      ...lines,
      speedLine('edited sentences', near, file),
      speedLine('new sentences', fresh, file),
      recallLine(near.slice(0, 40), file),
      threadsLine([...near, ...fresh], file),
      ...(size === 100_000 ? [flexsearchLine(known, near, file)] : []),
    ],
  };
  file.close();
  return report;
}

function readSentences(count: number): readonly string[] {
  const file = process.env.WORDFERRY_SENTENCES;
  if (file === undefined) return madeSentences(count);
  const lines = [...new Set(readFileSync(file, 'utf8').split('\n'))].filter((line) => line !== '');
  // Evenly from all of it, and the new ones from everywhere.
  const dice = createDice(3);
  return lines
    .map((line) => ({ line, rank: dice() }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ line }) => line);
}

function makeFile(known: readonly string[]): { readonly file: MemoryFile; readonly lines: readonly Line[] } {
  const root = mkdtempSync(join(tmpdir(), 'wordferry-bench-'));
  const contents = Array.from({ length: Math.ceil(known.length / inFile) }, (_, at) => contentOf(known, at));
  let pieces: readonly Uint8Array[] = [];
  const made = timed(() => {
    pieces = makeMemoryFile(contents, () => [], 'bench');
  });
  for (const piece of pieces) writeFileSync(join(root, 'index'), piece, { flag: 'a' });
  const floor = timed(() => readFresh(root, pieces[1]!.length + pieces[2]!.length));
  let file: MemoryFile | undefined;
  const opened = timed(() => {
    file = openMemoryFile(fileSource(root, 'index')!, 'bench');
  });
  rmSync(root, { recursive: true });
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  const figures = `${figure(made.cpu)} CPU s, opened in ${figure(opened.cpu)} CPU s (reading as many bytes takes ${figure(floor.cpu)})`;
  const each = `${figure(pieces[1]!.length / known.length)} bytes a sentence, ${figure(bytes / known.length)} with both texts`;
  return { file: file!, lines: [{ name: 'made in', figures: `${figures}; ${each}` }] };
}

/** What opening cannot do without: memory that nobody used before is filled, and passed over once. */
function readFresh(root: string, length: number): number {
  const source = fileSource(root, 'index')!;
  const bytes = source.read(0, new Uint8Array(new SharedArrayBuffer(length)));
  source.close();
  return sumOf([new Uint32Array(bytes.buffer, 0, length >>> 2)]);
}

/** Sentences of a review file. */
const inFile = 200;

function contentOf(known: readonly string[], at: number): Content {
  const pairs = known.slice(at * inFile, (at + 1) * inFile).map((source) => ({ source, target: source, around: 0 }));
  const [path, document] = [`${at}.review.yaml`, `${at}.txt`];
  return { part: { path, document, origin: 'reviewed', stats: '', hash: '', count: pairs.length }, pairs };
}

const questionOf = (text: string) => ({ tokens: tokenNumbers({ text, codes: [] }), limits });

function speedLine(name: string, texts: readonly string[], { index }: MemoryFile): Line {
  const search = createSearch(index);
  const ask = (text: string) => {
    const { tokens } = questionOf(text);
    return search(tokens, limits);
  };
  for (const text of texts.slice(0, 1000)) ask(text);
  const times: number[] = [];
  let found = 0;
  const { cpu } = timed(() => {
    for (const text of texts) {
      const start = performance.now();
      found += ask(text).length;
      times.push(1000 * (performance.now() - start));
    }
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => figure(times[Math.floor(share * times.length)]!);
  return {
    name,
    figures: `${figure(texts.length / cpu)} per CPU second, p50 ${at(0.5)} µs, p99 ${at(0.99)} µs, ${figure((100 * found) / texts.length)} % found`,
  };
}

/** Beside a comparison with every sentence. */
function recallLine(texts: readonly string[], { index }: MemoryFile): Line {
  const search = createSearch(index);
  const { starts, tokens } = index;
  const right = texts.filter((text) => {
    const question = questionOf(text);
    const pattern = createPattern(question.tokens);
    let best = 0;
    for (let sentence = 0; sentence + 1 < starts.length; sentence += 1) {
      const [start, end] = [starts[sentence]!, starts[sentence + 1]!];
      const longer = Math.max(question.tokens.length, end - start);
      const changes = distance(pattern, { tokens, start, end }, longer);
      best = Math.max(best, (100 * (longer - changes)) / longer);
    }
    const found = search(question.tokens, limits)[0]?.similarity ?? 0;
    return found === (best < limits.least ? 0 : best);
  });
  return { name: 'as all compared', figures: `${right.length} of ${texts.length}` };
}

function threadsLine(texts: readonly string[], { index }: MemoryFile): Line {
  const questions = Array.from({ length: 10 }, () => texts.map(questionOf)).flat();
  // Where threads of the compiled bench find their program.
  writeFileSync(new URL('../../src/search-worker.js', import.meta.url), "import './store/search-worker.js';\n");
  const wall = (threads: number) =>
    Math.min(...[1, 2, 3].map(() => timed(() => searchIn(threads, index, questions)).wall));
  const [one, two] = [wall(1), wall(2)];
  const figures = `${figure(questions.length / one)} a second in one, ${figure(questions.length / two)} in two`;
  return { name: 'threads', figures, ratio: `${figure(one / two)} × as fast` };
}
