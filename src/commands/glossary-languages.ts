import { UserError } from '../errors.ts';
import type { Glossary, Language } from '../model.ts';
import type { Settings } from '../settings.ts';

/** Target languages of the project and of its glossary, or those of them that `--to` names. Throws `UserError` for another. */
export function glossaryLanguages(
  { entries }: Glossary,
  settings: Pick<Settings, 'targets'>,
  to: readonly Language[] | undefined,
): readonly Language[] {
  const inGlossary = entries.flatMap(({ targets }) => Object.keys(targets)).toSorted();
  const known = [...new Set([...settings.targets, ...inGlossary])];
  const unknown = to?.find((language) => !known.includes(language));
  if (unknown !== undefined)
    throw new UserError(
      { id: 'language.unknown', values: { language: unknown, targets: known } },
      { hint: { id: 'language.hint', values: { language: unknown } } },
    );
  return to ?? known;
}
