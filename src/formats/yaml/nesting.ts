import type { CST } from 'yaml';

/** How deep the collections of a stream are nested, without going down into them: a stack has its limits. */
export function nestingOf(tokens: readonly CST.Token[]): number {
  let level = tokens.flatMap(inside);
  let levels = 0;
  while (level.length > 0) {
    levels += 1;
    level = level.flatMap(inside);
  }
  return levels;
}

function inside(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((part): part is CST.Token => isCollection(part)));
}

function isCollection(token: CST.Token | null | undefined): boolean {
  return token !== null && token !== undefined && 'items' in token;
}
