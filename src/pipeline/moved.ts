import { reappearing } from '../memory/index.ts';
import type { Document } from '../model.ts';
import type { Orphan, Project, TranslationFiles } from './project.ts';

/**
 * Translations of documents that are there for the first time, each with the orphan whose sentences it mostly has: their
 * source was renamed or moved. A translated file that a person moved already stays where it is.
 */
export function withMoved(
  { orphans = [], translations }: Pick<Project, 'orphans' | 'translations'>,
  documents: ReadonlyMap<string, Document>,
): readonly TranslationFiles[] {
  if (orphans.length === 0) return translations;
  const moves = new Map<TranslationFiles, Orphan>();
  for (const language of new Set(orphans.map((orphan) => orphan.language))) {
    const gone = orphans.filter((orphan) => orphan.language === language && orphan.isGone);
    const fresh = translations.filter((files) => files.language === language && files.review === undefined);
    const found = reappearing(
      gone.map(({ review }) => review.entries.flatMap(({ source }) => source ?? [])),
      fresh.map(({ source }) => documents.get(source)?.segments.map(({ text }) => text) ?? []),
    );
    for (const { from, to } of found) {
      const [orphan, files] = [gone[from], fresh[to]];
      // Two translated files: which of them people go on with only they know.
      if (orphan !== undefined && files !== undefined && (orphan.text === undefined || files.text === undefined))
        moves.set(files, orphan);
    }
  }
  return translations.map((files) => {
    const moved = moves.get(files);
    return moved === undefined ? files : { ...files, moved, before: moved.before };
  });
}

/** The review file that the entries of a translation were read from. */
export function reviewAsRead({ review, moved }: TranslationFiles): Orphan['review'] | undefined {
  if (moved !== undefined) return moved.review;
  return review !== undefined && 'entries' in review ? review : undefined;
}
