import type { Languages, ParseOptions, Piece, Range } from '../model.ts';

/** The destinations in a text that begin as `links` says, as the target language has them: `/de/a` → `/en/a`. */
export function followLinks(
  text: string,
  destinations: readonly Range[],
  { languages, links }: Following,
): readonly Piece[] {
  const prefixes = Object.entries(links).toSorted(([a], [b]) => b.length - a.length);
  return destinations.flatMap(({ start, end }) => {
    const [prefix, template] = prefixes.find(([prefix]) => begins(text.slice(start, end), prefix)) ?? [];
    const written = template?.replaceAll('{lang}', languages.target);
    if (prefix === undefined || written === undefined || written === prefix) return [];
    return [{ start, end: start + prefix.length, text: written }];
  });
}

export interface Following {
  readonly languages: Languages;
  readonly links: Readonly<Record<string, string>>;
}

/** The links to follow; `undefined`: nothing in the text can be one, or the languages are the same. */
export function followed(text: string, languages: Languages, { links = {} }: ParseOptions): Following | undefined {
  if (languages.source === languages.target) return undefined;
  return Object.keys(links).some((prefix) => text.includes(prefix)) ? { languages, links } : undefined;
}

/** `//host/` is no path. */
function begins(destination: string, prefix: string): boolean {
  return destination.startsWith(prefix) && !(prefix.endsWith('/') && destination[prefix.length] === '/');
}
