import { type MemoryEntry, memoryOf } from '../memory/index.ts';
import type { Language, Languages } from '../model.ts';
import { appendLines } from './apply.ts';
import { readBytes, readText } from './files.ts';
import { changedPaths, commitOf, textsAt } from './git.ts';
import { tryReadReview } from './review.ts';

const leftPath = '.wordferry/memory.jsonl';

/** Reviewed pairs of the last commit, from the review files that differ from it (the others are in the working tree). */
export function readHead(root: string, languages: Languages): readonly MemoryEntry[] {
  const commit = commitOf(root, 'HEAD');
  if (commit === undefined) return [];
  const folder = `translations/${languages.target}`;
  const paths = changedPaths(root, commit, folder).filter((path) => path.endsWith('.review.yaml'));
  return [...textsAt(root, commit, paths)].flatMap(([path, text]) => pairsIn(text, path, languages));
}

/** Reviewed pairs of review files whose source document is gone. */
export function readOrphans(root: string, paths: readonly string[], languages: Languages): readonly MemoryEntry[] {
  return paths.flatMap((path) => pairsIn(readText(root, path) ?? '', path, languages));
}

/** None where the file cannot be read. */
function pairsIn(text: string, path: string, languages: Languages): readonly MemoryEntry[] {
  const review = tryReadReview(text, path, languages);
  if (review === undefined) return [];
  const { tree, previous } = memoryOf(review.source, review.entries);
  return [...tree, ...previous];
}

interface LeftPair extends MemoryEntry {
  readonly language: Language;
}

/** Reviewed pairs that once left a file. A line that a crash cut off is skipped. */
export function readLeft(root: string): readonly LeftPair[] {
  const lines = readBytes(root, leftPath)?.toString('utf8').split('\n') ?? [];
  const pairs = new Map(lines.map((line) => [line, parse(line)]));
  return [...pairs.values()].filter((pair) => pair !== undefined).reverse();
}

function parse(line: string): LeftPair | undefined {
  try {
    return JSON.parse(line) as LeftPair;
  } catch {
    return undefined;
  }
}

export function keepLeft(root: string, pairs: readonly LeftPair[]): void {
  const known = new Set(readBytes(root, leftPath)?.toString('utf8').split('\n') ?? []);
  const lines = pairs.map(({ language, source, target, path, before, after, draft }) =>
    JSON.stringify({ language, source, target, path, before, after, draft }),
  );
  appendLines(
    root,
    leftPath,
    [...new Set(lines)].filter((line) => !known.has(line)),
  );
}
