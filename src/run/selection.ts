import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Project, Scope, TranslationFiles } from '../pipeline/index.ts';

/**
 * What `[paths…]` and `--to` choose: a source, a translated file, its review file, or a folder of them; all where nothing
 * is said. Throws `UserError` for a path or language that chooses nothing.
 */
export function selection(project: Project, paths: readonly string[], to?: readonly Language[]): Scope['isSelected'] {
  const languages = selectTargets(project.settings, to);
  const lost = paths.find(
    (path) => !isKnown(project, path) && !project.translations.some((files) => isMeant(files, path)),
  );
  if (lost !== undefined)
    throw new UserError({ id: 'path.unknown' }, { place: { file: lost }, hint: { id: 'path.hint' } });
  return (files) =>
    languages.includes(files.language) && (paths.length === 0 || paths.some((path) => isMeant(files, path)));
}

/** The target languages that `--to` names, else all. Throws `UserError` for another. */
export function selectTargets(
  { targets }: Pick<Project['settings'], 'targets'>,
  to: readonly Language[] = targets,
): readonly Language[] {
  const unknown = to.find((language) => !targets.includes(language));
  if (unknown === undefined) return [...new Set(to)];
  throw new UserError(
    { id: 'language.unknown', values: { language: unknown, targets } },
    { hint: { id: 'language.hint', values: { language: unknown } } },
  );
}

/** Whether a path of the command line names a document, one of its files, or a folder of them. */
export function isMeant(files: Pick<TranslationFiles, 'source' | 'path' | 'reviewPath'>, path: string): boolean {
  const own = [files.source, files.path, files.reviewPath];
  return path === '' || own.some((file) => file === path || file.startsWith(`${path}/`));
}

/** Throws `UserError` where no folder says what to translate into. */
export function checkTargets({ settings }: Project): void {
  if (settings.targets.length === 0)
    throw new UserError({ id: 'project.targets' }, { hint: { id: 'project.targets.hint' } });
}

/** A document that cannot be read is known all the same: its problem is reported. */
function isKnown({ problems }: Project, path: string): boolean {
  return problems.some(({ place }) => place.file === path);
}
