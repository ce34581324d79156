import { type Document, isMap, isNode, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Message, Place } from '../../model.ts';
import { GlossaryError, type Problem } from '../problem.ts';

/** A YAML file whose scalars are all text, and where its nodes stand. */
export interface Yaml {
  readonly document: Document.Parsed;
  placeOf(node: unknown): Place;
}

/** Throws `GlossaryError` for what is no YAML. */
export function readYaml(text: string, file: string): Yaml {
  const counter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (text.length > mostCharacters) {
    const values = { count: text.length, most: mostCharacters };
    throw new GlossaryError([{ text: { id: 'glossary.large', values }, place: placeAt(0) }]);
  }
  if (isTooDeep(text)) throw new GlossaryError([{ text: { id: 'glossary.nesting' }, place: placeAt(0) }]);
  // The check for unique keys is quadratic; repeated terms are found later, with their forms.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: counter,
  });
  // After the first one the parser is lost: what it says of the rest is no help.
  const [error] = document.errors;
  if (error !== undefined) throw new GlossaryError([yamlProblem(error.message, placeAt(error.pos[0]))]);
  const [first, ...others] = aliases(document, placeAt);
  if (first !== undefined) throw new GlossaryError([first, ...others]);
  return { document, placeOf: (node) => placeAt((isNode(node) && node.range?.[0]) || 0) };
}

/** Room for 20,000 terms with notes; more would take the parser minutes. */
const mostCharacters = 10_000_000;

/** The node at a path, or the last one on the way to it. */
export function nodeAt(node: unknown, path: readonly PropertyKey[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined || !(isMap(node) || isSeq(node))) return node;
  const inner: unknown = node.get(step, true);
  return inner === undefined ? node : nodeAt(inner, rest);
}

/** The key of a field of a mapping. */
export function keyAt(node: unknown, field: string): unknown {
  return isMap(node) ? node.items.find(({ key }) => String(key) === field)?.key : node;
}

function yamlProblem(problem: string, place: Place): Problem {
  return { text: { id: 'glossary.yaml', values: { problem } }, place, hint: { id: 'glossary.yaml.hint' } };
}

/** One entry stands in one place; repeated by reference, a small file could grow without bound. */
function aliases(document: Document.Parsed, placeAt: (offset: number) => Place): readonly Problem[] {
  const found: Problem[] = [];
  const text: Message = { id: 'glossary.alias' };
  visit(document, { Alias: (_, { range }: Node) => void found.push({ text, place: placeAt(range?.[0] ?? 0) }) });
  return found;
}

/** The parser recurses into brackets. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/gu) ?? []) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}

const deepest = 100;
