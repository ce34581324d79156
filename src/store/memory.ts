import { type LeftPair, type MemoryEntry, memoryOf, newlyLeft } from '../memory/index.ts';
import type { Language, Languages } from '../model.ts';
import {
  memoryFolder,
  type PathSettings,
  reviewFolder,
  reviewLanguage,
  reviewSuffix,
} from '../paths/translation-paths.ts';
import type { ImportedFile } from '../pipeline/index.ts';
import { appendLines } from './append-lines.ts';
import { readOwnMemory } from './bilingual.ts';
import { listFiles, readBytes } from './files.ts';
import { changedPaths, commitOf, textsAt } from './git.ts';
import { tryReadReview } from './review.ts';

const leftPath = '.wordferry/memory.jsonl';

/** Reviewed pairs of the last commit, from the review files that differ from it (the others are in the working tree). */
export function readHead(root: string, settings: PathSettings): (languages: Languages) => readonly MemoryEntry[] {
  const commit = commitOf(root, 'HEAD');
  const changed = commit === undefined ? [] : changedPaths(root, commit, reviewFolder(settings));
  const reviews = changed.filter((path) => path.endsWith(reviewSuffix));
  const texts = commit === undefined ? [] : [...textsAt(root, commit, reviews)];
  return (languages) => {
    const own = texts.filter(([path]) => reviewLanguage(path, settings) === languages.target);
    return own.flatMap(([path, text]) => pairsIn(text, path, languages));
  };
}

/** The TMX files of other tools that a project keeps for a language. Links are not followed. */
export function listImported(root: string, language: Language, settings: PathSettings): readonly ImportedFile[] {
  const folder = memoryFolder(language, settings);
  const isElsewhere = (path: string) => path.endsWith('/') || !/\.tmx$/i.test(path);
  return listFiles(root, folder, isElsewhere).map((path) => ({ path, read: () => readOwnMemory(root, path) }));
}

/** None where the file cannot be read. */
function pairsIn(text: string, path: string, languages: Languages): readonly MemoryEntry[] {
  const review = tryReadReview(text, path, languages);
  if (review === undefined) return [];
  const { tree, previous } = memoryOf(review.source, review.entries);
  return [...tree, ...previous];
}

/** Pairs that once left a file, each once, the newest first. A line that a crash tore, or that no run wrote, is skipped. */
export function readLeft(root: string): readonly LeftPair[] {
  const lines = linesOf(root).reverse();
  return [...new Set(lines)].map(parse).filter((pair) => pair !== undefined);
}

export function keepLeft(root: string, pairs: readonly LeftPair[]): void {
  const known = linesOf(root)
    .map(parse)
    .filter((pair) => pair !== undefined);
  const lines = newlyLeft(known, pairs).map(({ language, source, target, path, before, after, draft }) =>
    JSON.stringify({ language, source, target, path, before, after, draft }),
  );
  appendLines(root, leftPath, lines);
}

const linesOf = (root: string): string[] => readBytes(root, leftPath)?.toString('utf8').split('\n') ?? [];

function parse(line: string): LeftPair | undefined {
  try {
    const pair: unknown = JSON.parse(line);
    return isLeft(pair) ? pair : undefined;
  } catch {
    return undefined;
  }
}

function isLeft(pair: unknown): pair is LeftPair {
  const { draft, ...texts } = (pair ?? {}) as Readonly<Record<string, unknown>>;
  const names = ['language', 'source', 'target', 'path', 'before', 'after'];
  return (draft === undefined || draft === true) && names.every((name) => typeof texts[name] === 'string');
}
