import { UserError } from '../errors.ts';
import { type MemoryEntry, memoryOf } from '../memory/index.ts';
import type { Language } from '../model.ts';
import { readReviewFile } from '../review-file/index.ts';
import { appendLines } from './apply.ts';
import { readBytes } from './files.ts';
import { changedPaths, commitOf, textsAt } from './git.ts';

const leftPath = '.wordferry/memory.jsonl';

/** Reviewed pairs of the last commit, from the review files that differ from it (the others are in the working tree). */
export function readHead(root: string, source: Language, target: Language): readonly MemoryEntry[] {
  const commit = commitOf(root, 'HEAD');
  if (commit === undefined) return [];
  const paths = changedPaths(root, commit, `translations/${target}`).filter((path) => path.endsWith('.review.yaml'));
  return [...textsAt(root, commit, paths)].flatMap(([path, text]) => {
    try {
      const review = readReviewFile(text, path, { source, target });
      const { tree, previous } = memoryOf(review.source, review.entries);
      return [...tree, ...previous];
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  });
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
  const lines = pairs.map(({ language, source, target, path, before, after }) =>
    JSON.stringify({ language, source, target, path, before, after }),
  );
  appendLines(
    root,
    leftPath,
    [...new Set(lines)].filter((line) => !known.has(line)),
  );
}
