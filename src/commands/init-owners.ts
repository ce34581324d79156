import type { Language } from '../model.ts';
import { ownersOf } from '../owners/index.ts';
import { memoryFolder } from '../paths/translation-paths.ts';
import type { Settings } from '../settings.ts';
import { readCodeOwners } from '../store/code-owners.ts';
import { type Context, note } from './context.ts';

/** Lines for CODEOWNERS, for languages that it gives to nobody; the names in them are the person's to say. */
export function proposeOwners(context: Context, root: string, settings: Settings): void {
  const codeOwners = readCodeOwners(root, context.env);
  const folders = settings.targets.map((language) => ({
    language,
    folder: `${codeOwners.prefix}${memoryFolder(language, settings)}`,
  }));
  const without = folders.filter(({ folder }) => ownersOf(codeOwners, [`${folder}/article.md`]).length === 0);
  if (without.length === 0) return;
  const file = codeOwners.file ?? (codeOwners.platform === 'github' ? '.github/CODEOWNERS' : 'CODEOWNERS');
  const languages = without.map(({ language }) => language).join(', ');
  note(context, { id: 'init.owners', values: { file, languages } });
  const isForgejo = codeOwners.platform === 'forgejo';
  for (const { language, folder } of without)
    if (!context.quiet)
      context.output.note(`  ${isForgejo ? `${folder}/.*` : `/${folder}/`} @your-${teamOf(language)}-team`);
}

/** `ko` → `korean`. */
function teamOf(language: Language): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
