import { isCollection, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Range } from '../../model.ts';
import type { YamlStream } from './documents.ts';
import { readsAsText } from './plain.ts';
import type { YamlStyle } from './writing.ts';

/** A text in a YAML document: its range is the whole scalar with its quotes; of a block, its lines without those around. */
export interface YamlValue extends Range {
  readonly path: readonly string[];
  readonly style: YamlStyle;
  readonly text: string;
}

/** All strings that are values, in document order. */
export function valuesOf(text: string, { documents, loose }: YamlStream): readonly YamlValue[] {
  const values: YamlValue[] = [];
  for (const { contents } of documents) collect(contents, [], { text, values, loose, inFlow: false });
  return values;
}

interface Collecting {
  readonly text: string;
  readonly values: YamlValue[];
  readonly loose: readonly Range[];
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

function scalarIn(scalar: Scalar, path: readonly string[], collecting: Collecting): YamlValue | undefined {
  const { value, type, tag, range } = scalar;
  if (typeof value !== 'string' || !range || (tag !== undefined && tag !== 'tag:yaml.org,2002:str')) return undefined;
  if (type === 'PLAIN' && tag === undefined && !readsAsText(value)) return undefined;
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const [start, end, header] = isBlock ? blockIn(collecting.text, range[0], range[1]) : [range[0], range[1], ''];
  const style = styleOf(scalar, { ...collecting, start, end, header });
  return style && { path, style, start, end, text: value };
}

interface Written extends Collecting, Range {
  readonly header: string;
}

function styleOf({ type }: Scalar, { text, start, end, header, loose, inFlow }: Written): YamlStyle | undefined {
  // Where the header says how far its lines are indented, the first may be farther than others.
  if (/[1-9]/.test(header)) return 'yaml-literal';
  const isLoose =
    /[\r\n](?=[^\s])/.test(text.slice(start, end)) || loose.some((one) => one.start > start && one.end < end);
  if (type === 'PLAIN' && isLoose) return undefined;
  if (type === 'PLAIN' && inFlow) return 'yaml-flow';
  if (isLoose) return type === 'QUOTE_SINGLE' ? 'yaml-single-loose' : 'yaml-double-loose';
  return styles[type ?? 'PLAIN'];
}

const styles: Readonly<Record<string, YamlStyle>> = {
  PLAIN: 'yaml-plain',
  QUOTE_SINGLE: 'yaml-single',
  QUOTE_DOUBLE: 'yaml-double',
  BLOCK_LITERAL: 'yaml-literal',
  BLOCK_FOLDED: 'yaml-folded',
};

/** The lines of a block without white space around them, and its header. */
function blockIn(text: string, start: number, end: number): readonly [number, number, string] {
  const written = text.slice(start, end);
  const [header = ''] = /^[^\r\n]*/.exec(written) ?? [];
  const lines = written.slice(header.length);
  const from = start + written.length - lines.trimStart().length;
  return [from, Math.max(from, start + written.trimEnd().length), header.replace(/#.*/, '')];
}
