/**
 * Whether the value at a path is meant: by a name at any depth, or by the whole path with dots, with or without its indices.
 * The name of a list means all in it, as in `keywords: [Hund, Katze]`; in JSON, `isListed` knows `*` for that.
 */
export function chooserOf(keys: readonly string[]): (path: readonly string[]) => boolean {
  const chosen = new Set(keys);
  return (path) => {
    const names = path.filter((name) => !isIndex.test(name));
    return chosen.has(names.at(-1) ?? '') || chosen.has(path.join('.')) || chosen.has(names.join('.'));
  };
}

const isIndex = /^\d+$/;
