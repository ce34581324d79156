import { Composer, isCollection, isMap, isScalar, isSeq, Parser, type Scalar } from 'yaml';
import type { Range } from '../../model.ts';
import { nestingOf } from './nesting.ts';
import { readsAsText } from './plain.ts';
import type { YamlStyle } from './writing.ts';

/** A text in a YAML document: its range is the whole scalar with its quotes; of a block, its lines without those around. */
export interface YamlValue extends Range {
  readonly path: readonly string[];
  readonly style: YamlStyle;
  readonly text: string;
}

export interface YamlValues {
  /** All strings that are values, in document order, but for those in which a line is not indented. */
  readonly values: readonly YamlValue[];
  /** Whether it is one document, and that is a mapping, or empty. */
  readonly isMapping: boolean;
  /** Where it cannot be read, or is nested too deep. */
  readonly wrong?: { readonly offset: number; readonly why: 'broken' | 'deep' } | undefined;
}

/** Reads each document of a stream. Never throws. */
export function readYaml(text: string): YamlValues {
  // A line break for YAML, but not for the parser.
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  const tokens = [...new Parser().parse(lines)];
  if (nestingOf(tokens) > mostLevels) return unread({ offset: 0, why: 'deep' });
  const values: YamlValue[] = [];
  const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  for (const { contents, errors } of documents) {
    const [error] = errors;
    if (error !== undefined) return unread({ offset: error.pos[0], why: 'broken' });
    collect(contents, [], { text, values, inFlow: false });
  }
  const isMapping = documents.length === 1 && documents.every(({ contents }) => isMap(contents) || isEmpty(contents));
  return { values, isMapping };
}

function unread(wrong: YamlValues['wrong']): YamlValues {
  return { values: [], isMapping: false, wrong };
}

/** Deeper ones are nobody's, and readers go down into them with a stack of their own. */
const mostLevels = 500;

function isEmpty(contents: unknown): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '');
}

interface Collecting {
  readonly text: string;
  readonly values: YamlValue[];
  readonly inFlow: boolean;
}

function collect(node: unknown, path: readonly string[], collecting: Collecting): void {
  if (isScalar(node)) {
    const value = path.length === 0 ? undefined : scalarIn(node, path, collecting);
    if (value !== undefined) collecting.values.push(value);
  }
  if (!isCollection(node)) return;
  const inside = node.flow === true && !collecting.inFlow ? { ...collecting, inFlow: true } : collecting;
  if (isSeq(node)) for (const [at, item] of node.items.entries()) collect(item, [...path, String(at)], inside);
  if (isMap(node))
    for (const { key, value } of node.items) {
      if (isScalar(key)) collect(value, [...path, String(key.value)], inside);
    }
}

function scalarIn({ value, type, tag, range }: Scalar, path: readonly string[], { text, inFlow }: Collecting) {
  if (typeof value !== 'string' || !range || (tag !== undefined && tag !== 'tag:yaml.org,2002:str')) return undefined;
  const plain = type === 'PLAIN';
  if (plain && tag === undefined && !readsAsText(value)) return undefined;
  const found = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? blockIn(text, range[0], range[1]) : undefined;
  const [start, end] = found === undefined ? range : [found.start, found.end];
  const style = found?.isIndented ? 'yaml-literal' : plain && inFlow ? 'yaml-flow' : styles[type ?? 'PLAIN'];
  if (style === undefined || /[\r\n](?=[^\s])/.test(text.slice(start, end))) return undefined;
  return { path, style, start, end, text: value };
}

const styles: Readonly<Record<string, YamlStyle>> = {
  PLAIN: 'yaml-plain',
  QUOTE_SINGLE: 'yaml-single',
  QUOTE_DOUBLE: 'yaml-double',
  BLOCK_LITERAL: 'yaml-literal',
  BLOCK_FOLDED: 'yaml-folded',
};

/** The lines of a block behind its header. Where that says how far they are indented, the first may be farther than others. */
function blockIn(text: string, start: number, end: number) {
  const header = /^[^\r\n]*/.exec(text.slice(start, end))?.[0] ?? '';
  const lines = text.slice(start + header.length, end);
  return {
    start: start + header.length + lines.length - lines.trimStart().length,
    end: start + header.length + lines.trimEnd().length,
    isIndented: /^.[+-]?[1-9]/.test(header),
  };
}
