import { primaryLanguage } from '../language-tag.ts';
import { abbreviationKey } from '../languages/sentences/abbreviation-parts.ts';
import type { Language } from '../model.ts';
import type { Settings } from '../settings.ts';
import { offsetOf, type SettingsProblem, type Yaml } from './settings-problem.ts';

/** Each language is one of the project's, and each abbreviation has its full stops. */
export function abbreviationsProblem(
  abbreviations: Readonly<Record<Language, readonly string[]>>,
  layout: Pick<Settings, 'source' | 'targets'>,
  yaml: Yaml,
): SettingsProblem | undefined {
  const tags = [layout.source, ...layout.targets];
  const languages = [...new Set([...tags, ...tags.map(primaryLanguage)])];
  for (const [language, list] of Object.entries(abbreviations)) {
    const path = ['abbreviations', language];
    if (!languages.includes(language)) {
      const values = { language, languages };
      return { message: { id: 'settings.abbreviations.language', values }, offset: offsetOf(yaml, path, 'key') };
    }
    const wrong = list.findIndex((written) => abbreviationKey(written) === undefined);
    if (wrong < 0) continue;
    const values = { abbreviation: list[wrong] ?? '' };
    const offset = offsetOf(yaml, [...path, String(wrong)], 'value');
    return { message: { id: 'settings.abbreviation', values }, offset };
  }
  return undefined;
}
