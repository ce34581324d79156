import { primaryLanguage } from '../language-tag.ts';
import type { Languages } from '../model.ts';

type Installed = ReadonlyMap<string, unknown>;

/** The models that lead from one language to the other: a direct one, or two through English. `undefined`: some is missing. */
export function routeOf(languages: Languages, installed: Installed): readonly string[] | undefined {
  return routesOf(languages).find((route) => route.every((pair) => installed.has(pair)));
}

/** Models that there are for most languages, of those that are not installed. */
export function missingModels(languages: Languages, installed: Installed): readonly string[] {
  return (routesOf(languages).at(-1) ?? []).filter((pair) => !installed.has(pair));
}

/** Mozilla's models go from English or to English. */
function routesOf(languages: Languages): readonly (readonly string[])[] {
  const [source, target] = [primaryLanguage(languages.source), primaryLanguage(languages.target)];
  const direct = [`${source}-${target}`];
  if (source === 'en' || target === 'en') return [direct];
  return [direct, [`${source}-en`, `en-${target}`]];
}
