import { UserError } from '../errors.ts';
import { primaryLanguage } from '../language-tag.ts';
import type { Languages } from '../model.ts';
import { openGlossaries, type RemoteGlossary } from './deepl-glossaries.ts';
import type { DeepLSettings } from './deepl-settings.ts';

/**
 * The id of the glossary that wordferry.yaml names, where it has a dictionary for the languages. Asked for once, when the
 * first request needs it; that bills nothing. Throws `UserError` where there is none or more than one of that name.
 */
export function findGlossary(settings: DeepLSettings) {
  const name = settings.options?.glossary;
  let found: Promise<RemoteGlossary> | undefined;
  return async (languages: Languages, signal: AbortSignal): Promise<string | undefined> => {
    if (name === undefined) return undefined;
    found ??= only(name, openGlossaries(settings, { signal }).list());
    const glossary = await found;
    return glossary.languages.some((pair) => isSame(pair, languages)) ? glossary.id : undefined;
  };
}

async function only(name: string, listed: Promise<readonly RemoteGlossary[]>): Promise<RemoteGlossary> {
  const [glossary, ...others] = (await listed).filter((each) => each.name === name);
  if (glossary !== undefined && others.length === 0) return glossary;
  const values = { name, count: glossary === undefined ? 0 : others.length + 1 };
  throw new UserError({ id: 'engine.deepl.glossary', values }, { hint: { id: 'engine.deepl.glossary.hint' } });
}

function isSame(pair: Languages, { source, target }: Languages): boolean {
  return pair.source === primaryLanguage(source) && pair.target === primaryLanguage(target);
}
