/**
 * Whether keys that somebody listed name this place. `title` names it wherever it stands, `nav.*` everything directly in
 * `nav`, `**.label` any `label`; a name is matched as it is written in a file, dots and all. The name of a list means all
 * that is in it: `keywords` of `keywords: [Hund, Katze]`.
 */
export function isListed(path: readonly string[], keys: readonly string[]): boolean {
  const names = path.filter((name) => !isIndex.test(name));
  return isNamedBy(path, keys) || (names.length < path.length && isNamedBy(names, keys));
}

const isIndex = /^\d+$/;

function isNamedBy(path: readonly string[], keys: readonly string[]): boolean {
  return keys.some((key) => path.at(-1) === key || path.join('.') === key || matches(path, key.split('.')));
}

function matches(path: readonly string[], pattern: readonly string[]): boolean {
  if (!pattern.some((part) => part.includes('*'))) return false;
  let reached: ReadonlySet<number> = new Set([0]);
  for (const name of [...path, undefined]) {
    reached = withSkipped(reached, pattern);
    if (name === undefined) return reached.has(pattern.length);
    reached = new Set([...reached].flatMap((at) => nextOf(at, pattern[at], name)));
  }
  return false;
}

/** `**` may stand for nothing. */
function withSkipped(reached: ReadonlySet<number>, pattern: readonly string[]): ReadonlySet<number> {
  const all = new Set(reached);
  for (const at of all) if (pattern[at] === '**') all.add(at + 1);
  return all;
}

function nextOf(at: number, part: string | undefined, name: string): readonly number[] {
  if (part === undefined) return [];
  if (part === '**') return [at];
  return isNamed(name, part) ? [at + 1] : [];
}

/** `*` in a name stands for any signs: the pieces between follow one another. */
function isNamed(name: string, part: string): boolean {
  const [first = '', ...rest] = part.split('*');
  if (rest.length === 0) return name === part;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
