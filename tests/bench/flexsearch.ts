import flexsearch from 'flexsearch';
import { createSearch, tokenNumbers } from '../../src/memory/index.ts';
import { similarity, tokensOf } from '../../src/memory/similarity.ts';
import type { MemoryFile } from '../../src/store/memory-file.ts';
import { figure, type Line } from './report.ts';
import { timed } from './took.ts';

/** Sentences that share the most words, as flexsearch ranks them, of which the most similar is taken: it may miss it. */
export function flexsearchLine(known: readonly string[], texts: readonly string[], { index }: MemoryFile): Line {
  const peer = new flexsearch.Index({ tokenize: 'strict', resolution: 9 });
  for (const [at, text] of known.entries()) peer.add(at, text);
  const best = (text: string): number => {
    const own = tokensOf(text);
    const found = peer.search(text, { limit: 100, suggest: true }) as readonly number[];
    return Math.max(0, ...found.map((at) => similarity(own, tokensOf(known[at]!))));
  };
  const search = createSearch(index);
  const ours = (text: string): number => {
    const limits = { least: 75, most: 1, near: { start: 0, end: 0 } };
    return search(tokenNumbers({ text, codes: [] }), limits)[0]?.similarity ?? 0;
  };
  const some = texts.slice(0, 200);
  for (const text of texts.slice(0, 1000)) ours(text);
  const theirs = timed(() => some.map(best)).cpu / some.length;
  const own = timed(() => texts.map(ours)).cpu / texts.length;
  const missed = some.filter((text) => ours(text) > Math.max(74.999, best(text))).length;
  return {
    name: 'flexsearch, rescored',
    figures: `${figure(1 / theirs)} per CPU second, ${missed} of ${some.length} missed`,
    ratio: `wordferry is ${figure(theirs / own)} × as fast`,
  };
}
