import { UserError } from '../errors.ts';
import type { Languages } from '../model.ts';
import { type PathSettings, reviewFolder, reviewLanguage, reviewSuffix } from '../paths/translation-paths.ts';
import { attempt } from './attempt.ts';
import { listFiles, readText } from './files.ts';
import { textsAt } from './git.ts';
import { createGitIgnore } from './git-ignore.ts';

export interface ConflictedText {
  readonly path: string;
  readonly languages: Languages;
  readonly text: string;
  /** What git knows of the text that both sides come from. */
  readonly base?: string | undefined;
}

/** All review files with conflict markers, whether git still has them in conflict or somebody committed them like that. */
export function readConflictedReviews(root: string, settings: PathSettings): readonly ConflictedText[] {
  const paths = listFiles(root, reviewFolder(settings), createGitIgnore(root));
  const conflicted = paths.flatMap((path): readonly ConflictedText[] => {
    const target = path.endsWith(reviewSuffix) ? reviewLanguage(path, settings) : undefined;
    const text = target === undefined ? undefined : attempt(() => readText(root, path));
    if (target === undefined || text === undefined || text instanceof UserError || !hasMarkers(text)) return [];
    return [{ path, languages: { source: settings.source, target }, text }];
  });
  // Stage 1 of the index.
  const bases = textsAt(
    root,
    ':1',
    conflicted.map(({ path }) => path),
  );
  return conflicted.map((review) => ({ ...review, base: bases.get(review.path) }));
}

const hasMarkers = (text: string): boolean => /^(?:<{7}|>{7})/m.test(text);
