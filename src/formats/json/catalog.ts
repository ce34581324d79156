import type { ParseOptions, Piece } from '../../model.ts';
import { splice } from '../../splice.ts';
import { hasText } from '../catalog-inline.ts';
import { isListed } from '../listed-keys.ts';
import { isMachineText } from '../machine-text.ts';
import { jsonFolds } from './escapes.ts';
import type { JsonValue, ScannedJson } from './scan.ts';

/** A value with a text for people. */
export interface CatalogValue {
  readonly value: JsonValue;
  readonly path: readonly string[];
  /** As it is read. */
  readonly text: string;
  readonly folds: readonly Piece[];
}

/**
 * The values that are text. Catalogs are all text, but for
 *
 * - what is written for machines (`isMachineText`), and what has no letter besides its placeholders,
 * - what stands under a name with `@` or `$` before it: `@@locale` and `@key` of ARB, `@metadata` of MediaWiki, `$schema`,
 * - all but `message` (`defaultMessage`) where each entry has one and its neighbours explain it: browsers' extensions,
 *   Docusaurus, formatjs,
 * - the files of a package or a program: of them nothing, unless somebody lists keys.
 */
export function textsOfCatalog(text: string, { values }: ScannedJson, { keys }: ParseOptions): readonly CatalogValue[] {
  const entries = values.filter(({ parent, name }) => parent !== undefined && parent === values[0] && !isAside(name));
  if (keys === undefined && entries.some(({ name, key }) => key !== undefined && ofPrograms.has(name))) return [];
  const message = messageName(values, entries);
  return values.flatMap((value) => {
    if (value.kind !== 'string' || (message !== undefined && value.name !== message)) return [];
    const read = readValue(text, value);
    if (!hasText(read.text, 'plain') || isMachineText(read.text)) return [];
    const path = pathOf(value);
    if (path.some(isAside) || (keys !== undefined && !isListed(path, keys))) return [];
    return [{ value, path, ...read }];
  });
}

function readValue(text: string, { start, end }: JsonValue): Pick<CatalogValue, 'text' | 'folds'> {
  const raw = text.slice(start + 1, end - 1);
  const folds = jsonFolds(raw);
  return { text: splice(raw, folds), folds };
}

/** What is said about the texts. */
const isAside = (name: string): boolean => name.startsWith('@') || name.startsWith('$');

/** Names from the outermost value to this one. */
function pathOf(value: JsonValue): readonly string[] {
  const path: string[] = [];
  for (let at: JsonValue | undefined = value; at?.parent !== undefined; at = at.parent) path.push(at.name);
  return path.reverse();
}

/** At the top of package.json, a lock file, tsconfig.json. */
const ofPrograms: ReadonlySet<string> = new Set([
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'lockfileVersion',
  'compilerOptions',
]);

/** What the text of an entry is called, where every entry is an object that has it and only explains it besides. */
function messageName(values: readonly JsonValue[], entries: readonly JsonValue[]): string | undefined {
  if (entries.length === 0 || entries.some(({ kind }) => kind !== 'object')) return undefined;
  const members = new Map(entries.map((entry) => [entry, new Map<string, JsonValue>()]));
  for (const value of values) if (value.parent !== undefined) members.get(value.parent)?.set(value.name, value);
  return ['message', 'defaultMessage'].find((message) =>
    [...members.values()].every(
      (own) =>
        own.get(message)?.kind === 'string' &&
        [...own.keys()].every((name) => name === message || explaining.has(name)),
    ),
  );
}

const explaining: ReadonlySet<string> = new Set(['description', 'placeholders', 'examples', 'file', 'id', 'hash']);
