import { isMap, isScalar, type Pair } from 'yaml';
import type { Glossary } from '../model.ts';
import { GlossaryError, inOrder, type Problem } from './problem.ts';
import { readEntry } from './read/entry.ts';
import { checkSurfaces } from './read/rules.ts';
import { readYaml, type Yaml } from './read/yaml.ts';

/**
 * Reads a `glossary.yaml`. All texts come out in NFC; an empty file is an empty glossary.
 * Throws a `GlossaryError` (a `UserError`) with every problem and its place.
 */
export function parseGlossary(text: string, file: string): Glossary {
  const { entries, problems } = readEntries(text, file);
  refuse(problems);
  return { entries };
}

/** What can be read of a glossary, and what is wrong with the rest. */
export interface ReadGlossary extends Glossary {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Throws a `GlossaryError` where nothing can be read. */
export function readEntries(text: string, file: string): ReadGlossary {
  const yaml = readYaml(text, file);
  const read = termPairs(yaml).map((pair) => readEntry(pair, yaml));
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const problems = [...read.flatMap(({ problems }) => problems), ...checkSurfaces(entries)];
  return { entries, problems, warnings: read.flatMap(({ warnings }) => warnings) };
}

const mostTerms = 20_000;

function termPairs({ document, placeOf }: Yaml): readonly Pair[] {
  const root = document.contents;
  if (root === null) return [];
  if (!isMap(root)) return refuse([{ text: { id: 'glossary.root' }, place: placeOf(root) }]);
  const others = root.items.map(({ key }) => key).filter((key) => String(key) !== 'terms');
  refuse(
    others.map((key) => {
      const values = { field: String(key), fields: ['terms'] };
      return { text: { id: 'glossary.field', values }, place: placeOf(key) };
    }),
  );
  const terms: unknown = root.get('terms', true);
  if (isScalar(terms) && terms.value === '') return [];
  if (!isMap(terms)) return refuse([{ text: { id: 'glossary.root' }, place: placeOf(terms) }]);
  if (terms.items.length <= mostTerms) return terms.items;
  const values = { count: terms.items.length, most: mostTerms };
  return refuse([{ text: { id: 'glossary.many_terms', values }, place: placeOf(terms) }]);
}

function refuse(problems: readonly Problem[]): readonly never[] {
  const [first, ...others] = inOrder(problems);
  if (first !== undefined) throw new GlossaryError([first, ...others]);
  return [];
}
