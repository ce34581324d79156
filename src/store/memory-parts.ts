import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type MemoryEntry, memoryOf } from '../memory/index.ts';
import type { Language, Languages, Pair } from '../model.ts';
import { reviewFolder, reviewLanguage, reviewSuffix, translationLanguage } from '../paths/translation-paths.ts';
import type { Settings } from '../settings.ts';
import { attempt } from './attempt.ts';
import { decode } from './decode.ts';
import { listFiles, readBytes } from './files.ts';
import { sha256 } from './folder-hashes.ts';
import { createGitIgnore } from './git-ignore.ts';
import type { Content } from './make-memory-file.ts';
import { type MemoryFile, type Part, textSum } from './memory-file.ts';
import { tryReadReview } from './review.ts';

/** Where the pairs of a language come from. */
export interface MemoryFolder {
  readonly root: string;
  readonly settings: Settings;
  readonly language: Language;
  /** Reads another tool's file. */
  readImported(path: string, languages: Languages): readonly Pair[];
}

/** Review files, and files of other tools that people put beside the translations. */
export function memoryPaths({ root, settings, language }: MemoryFolder): readonly string[] {
  const isOwn = (path: string) =>
    path.endsWith(reviewSuffix)
      ? reviewLanguage(path, settings) === language
      : path.endsWith('.tmx') && translationLanguage(path, settings) === language;
  return listFiles(root, reviewFolder(settings), createGitIgnore(root)).filter(isOwn);
}

/** A part of the file that was there before, where it still says what its file says. */
export interface KnownPart {
  readonly part: Part;
  readonly pairs: { readonly file: MemoryFile; readonly range: MemoryFile['ranges'][number] };
}

/** What a file has for the memory: what is known of it, where nothing in it changed. */
export function contentOf(folder: MemoryFolder, path: string, known: KnownPart | undefined): Content {
  const stats = statsOf(folder.root, path);
  if (known !== undefined && stats !== '' && known.part.stats === stats) return known;
  const bytes = attempt(() => readBytes(folder.root, path));
  const content = bytes instanceof UserError || bytes === undefined ? Buffer.alloc(0) : bytes;
  const hash = sha256(content);
  if (known?.part.hash === hash) return { ...known, part: { ...known.part, stats } };
  const { document, pairs } = path.endsWith(reviewSuffix) ? reviewed(folder, path, content) : imported(folder, path);
  const origin = path.endsWith(reviewSuffix) ? 'reviewed' : 'imported';
  const stored = pairs.map(({ source, target, before = '', after = '' }) => ({
    source,
    target,
    around: aroundOf({ before, after }),
  }));
  return { part: { path, document, origin, stats, hash, count: stored.length }, pairs: stored };
}

/** A number for the neighbours of a sentence. */
export function aroundOf({ before, after }: Pick<MemoryEntry, 'before' | 'after'>): number {
  return textSum(Buffer.from(`${before}\n${after}`.normalize('NFC')));
}

interface PartPairs {
  readonly document: string;
  readonly pairs: readonly (Pair & Partial<MemoryEntry>)[];
}

/** None of a file that cannot be read: whoever opens its document says so. */
function reviewed({ settings, language }: MemoryFolder, path: string, content: Buffer): PartPairs {
  const text = attempt(() => decode(content, path));
  const languages = { source: settings.source, target: language };
  const review = text instanceof UserError ? undefined : tryReadReview(text, path, languages);
  if (review === undefined) return { document: path, pairs: [] };
  const { tree, previous } = memoryOf(review.source, review.entries);
  return { document: review.source, pairs: [...tree, ...previous] };
}

function imported({ settings, language, readImported }: MemoryFolder, path: string): PartPairs {
  const pairs = attempt(() => readImported(path, { source: settings.source, target: language }));
  return { document: path, pairs: pairs instanceof UserError ? [] : pairs };
}

/** Empty for a file that was just written: another write may leave no trace in its times. */
function statsOf(root: string, path: string): string {
  const found = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined || Date.now() - found.mtimeMs < justNow) return '';
  return [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
}

const justNow = 2000;
