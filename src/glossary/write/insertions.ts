import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Piece } from '../../model.ts';
import { inFlow } from './flow.ts';
import { renderField } from './render-entry.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What to insert into the text of a mapping so that it has further fields: lists grow, fields below fields are added. Only
 * a text that becomes a list or fields is written anew.
 */
export function insertions(map: YAMLMap<Node, Node | null>, additions: Fields, text: string): readonly Piece[] {
  const pairs = new Map(map.items.map((pair) => [String(pair.key), pair]));
  const changed = Object.entries(additions).flatMap(([name, value]) => {
    const pair = pairs.get(name);
    return pair === undefined ? [] : intoField(pair, value, text);
  });
  const fresh = Object.entries(additions).filter(([name]) => !pairs.has(name));
  return [...changed, ...newFields(map, fresh, text)];
}

export function intoField(
  { key, value: node }: Pair<Node, Node | null>,
  value: unknown,
  text: string,
): readonly Piece[] {
  if (isMap<Node, Node | null>(node) && isFields(value)) return insertions(node, value, text);
  if (isSeq<Node>(node) && Array.isArray(value)) return newItems(node, value, text);
  const start = node?.range?.[0] ?? key.range?.[1] ?? 0;
  const end = start + text.slice(start, node?.range?.[1] ?? start).trimEnd().length;
  const gap = /\s/.test(text[start - 1] ?? '') ? '' : ' ';
  return [{ start, end, text: gap + inFlow(isScalar(node) ? withText(node, value) : value) }];
}

/** One form needs no brackets, and a translation may be a text: they become part of what there is now. */
function withText({ value: text }: Scalar, value: unknown): unknown {
  if (text === '' || text === null) return value;
  if (Array.isArray(value)) return [text, ...value];
  return isFields(value) ? { preferred: text, ...value } : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function newFields(
  map: YAMLMap<Node, Node | null>,
  fields: readonly (readonly [string, unknown])[],
  text: string,
): readonly Piece[] {
  const last = map.items.at(-1);
  const rendered = fields.map(([name, value]) => renderField(name, value));
  if (map.flow) return inBrackets(map, endOf(last), rendered);
  const indent = columnOf(map.items[0]?.key.range?.[0] ?? 0, text);
  return onLines(rendered, { after: endOf(last) ?? 0, indent }, text);
}

function newItems(list: YAMLSeq<Node>, items: readonly unknown[], text: string): readonly Piece[] {
  const end = list.items.at(-1)?.range?.[1];
  const rendered = items.map(inFlow);
  if (list.flow) return inBrackets(list, end, rendered);
  const indent = columnOf(list.range?.[0] ?? 0, text);
  return onLines(
    rendered.map((item) => `- ${item}`),
    { after: end ?? 0, indent },
    text,
  );
}

/** Behind the last one, or behind the bracket where there is none yet. */
export function inBrackets({ range }: Node, end: number | undefined, rendered: readonly string[]): readonly Piece[] {
  if (rendered.length === 0) return [];
  const at = end ?? (range?.[0] ?? 0) + 1;
  const pieces = rendered.join(', ');
  return [{ start: at, end: at, text: end === undefined ? pieces : `, ${pieces}` }];
}

/** Behind the line on which the last one ends, with the comment that may stand there. */
function onLines(
  rendered: readonly string[],
  { after, indent }: { readonly after: number; readonly indent: number },
  text: string,
): readonly Piece[] {
  if (rendered.length === 0) return [];
  const end = text.slice(0, after).trimEnd().length;
  const rest = /[\r\n]/.exec(text.slice(end))?.index ?? text.length - end;
  const lines = rendered.map((line) => `\n${' '.repeat(indent)}${line}`).join('');
  return [{ start: end + rest, end: end + rest, text: lines }];
}

export function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Where a pair ends, but for what may stand behind it on its line. */
export function endOf(pair: Pair<Node, Node | null> | undefined): number | undefined {
  return pair?.value?.range?.[1] ?? pair?.key.range?.[1];
}
