import { SaxesParser } from 'saxes';
import { UserError } from '../errors.ts';
import type { Message, Range } from '../model.ts';
import type { BilingualText } from './bilingual.ts';

/** The start of an element that is open. */
export interface XmlStart {
  /** As it is written, without the root's prefix: `source`, `mtc:match`. */
  readonly name: string;
  /** By their written names: `xml:lang`. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlElement extends XmlStart {
  readonly children: readonly (XmlElement | string)[];
  /** Its start tag as it is written. */
  readonly tag: string;
  /** The offset of its start tag; `content` and `contentEnd`: of what stands between its tags. */
  readonly start: number;
  readonly content: number;
  readonly contentEnd: number;
}

/** What a file is made of: elements that are read one by one, so that no more of it is held than one of them. */
export interface Records {
  readonly root: string;
  readonly names: readonly string[];
  take(record: XmlElement, ancestors: readonly XmlStart[]): void;
}

/**
 * Throws `UserError` with the place for what is no XML. Prefixes need not be declared, as tools leave them out; entities
 * that a file declares are never expanded.
 */
export function readRecords({ text, path }: BilingualText, records: Records): void {
  const parser = new SaxesParser();
  const refuse: Refuse = (message) => {
    const place = { file: path, line: parser.line, column: Math.max(1, parser.columnIndex) };
    throw new UserError(message, { place, hint: { id: 'bilingual.xml.hint' } });
  };
  const reading: Reading = { text, records, refuse, ancestors: [], record: [], prefix: '' };
  let start = 0;
  const addText = (piece: string) => void reading.record.at(-1)?.children.push(piece);
  parser.on('error', ({ message }) => refuse(xmlProblem(message)));
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ name, attributes }) => open({ name, attributes, start, end: parser.position }, reading));
  parser.on('closetag', () => close(parser.position, reading));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
}

type Refuse = (message: Message) => never;

interface Reading {
  readonly text: string;
  readonly records: Records;
  readonly refuse: Refuse;
  /** Open elements around records, and those of the record. */
  readonly ancestors: XmlStart[];
  readonly record: Open[];
  /** The root's, with its colon. */
  prefix: string;
}

/** Its children are still to come. */
interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
  contentEnd: number;
}

function open({ name: written, attributes, start, end }: XmlStart & Range, reading: Reading): void {
  const { text, records, refuse, ancestors, record } = reading;
  const isRoot = ancestors.length === 0;
  if (isRoot) reading.prefix = /^[^:]*:/.exec(written)?.[0] ?? '';
  const name = written.startsWith(reading.prefix) ? written.slice(reading.prefix.length) : written;
  if (isRoot && name !== records.root)
    refuse({ id: 'bilingual.root', values: { element: written, expected: records.root } });
  if (ancestors.length + record.length >= deepest) refuse({ id: 'bilingual.nested', values: { most: deepest } });
  if (record.length === 0 && !records.names.includes(name)) ancestors.push({ name, attributes });
  else {
    const tag = text.slice(start, end);
    record.push({ name, attributes, children: [], tag, start, content: end, contentEnd: end });
  }
}

function close(end: number, { text, records, ancestors, record }: Reading): void {
  const closed = record.pop();
  if (closed === undefined) {
    ancestors.pop();
    return;
  }
  if (!closed.tag.endsWith('/>')) closed.contentEnd = text.lastIndexOf('<', end - 1);
  const parent = record.at(-1);
  if (parent === undefined) records.take(closed, ancestors);
  else parent.children.push(closed);
}

/** Deeper is nothing that a tool writes. */
const deepest = 256;

function xmlProblem(message: string): Message {
  const problem = message.replace(/^\d+:\d+: /, '');
  return problem === 'undefined entity.' ? { id: 'bilingual.entity' } : { id: 'bilingual.xml', values: { problem } };
}

/** Of the elements directly inside, those of a name. */
export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string' && child.name === name) as readonly XmlElement[];
}

/** What the innermost of the elements says that says it. */
export function inherited(attribute: string, elements: readonly XmlStart[]): string | undefined {
  return elements.findLast(({ attributes }) => attribute in attributes)?.attributes[attribute];
}
