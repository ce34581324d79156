/**
 * The name of a value in a catalog: `nav.home`, `items.0`. A dot in a name is written `\.` and a backslash `\\`, so that
 * two different places never have one name.
 */
export function joinKey(path: readonly string[]): string {
  return path.map((name) => name.replace(/[.\\]/g, '\\$&')).join('.');
}
