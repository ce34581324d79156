import { SaxesParser } from 'saxes';
import { UserError } from '../errors.ts';
import type { Message } from '../model.ts';
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
export function readRecords({ text, path }: BilingualText, { root, names, take }: Records): void {
  const parser = new SaxesParser();
  const refuse = (message: Message): never => {
    const place = { file: path, line: parser.line, column: Math.max(1, parser.columnIndex) };
    throw new UserError(message, { place, hint: { id: 'bilingual.xml.hint' } });
  };
  const ancestors: XmlStart[] = [];
  const record: Open[] = [];
  let prefix = '';
  let start = 0;
  const addText = (piece: string) => void record.at(-1)?.children.push(piece);
  parser.on('error', ({ message }) => refuse(xmlProblem(message)));
  parser.on('opentagstart', () => {
    if (ancestors.length + record.length >= deepest) refuse({ id: 'bilingual.nested', values: { most: deepest } });
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    if (ancestors.length === 0) prefix = /^[^:]*:/.exec(tag.name)?.[0] ?? '';
    const name = tag.name.startsWith(prefix) ? tag.name.slice(prefix.length) : tag.name;
    const opened = { name, attributes: tag.attributes };
    if (ancestors.length === 0 && opened.name !== root)
      refuse({ id: 'bilingual.root', values: { element: tag.name, expected: root } });
    if (record.length === 0 && !names.includes(opened.name)) ancestors.push(opened);
    else record.push(openElement(opened, text.slice(start, parser.position), start));
  });
  parser.on('closetag', () => {
    const closed = record.pop();
    if (closed === undefined) ancestors.pop();
    else {
      closed.contentEnd = closed.tag.endsWith('/>') ? closed.content : text.lastIndexOf('<', parser.position - 1);
      if (record.length === 0) take(closed, ancestors);
      else record.at(-1)?.children.push(closed);
    }
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
}

/** Deeper is nothing that a tool writes. */
const deepest = 250;

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
  contentEnd: number;
}

function openElement({ name, attributes }: XmlStart, tag: string, start: number): Open {
  const content = start + tag.length;
  return { name, attributes, children: [], tag, start, content, contentEnd: content };
}

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
