import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UserError } from '../../errors.ts';
import type { Message } from '../../model.ts';

/** An element of an SRX file, with the place where its tag begins. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Of the element itself, as it stands there. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Elements of other namespaces, as tools leave them in headers, are not read. Throws `UserError` for what is no XML. */
export function readXml(text: string, file: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (message: Message): never => {
    const place = { file, line: parser.line, column: parser.columnIndex + 1 };
    throw new UserError(message, { place, hint: { id: 'srx.hint' } });
  };
  const document = open('', { file, line: 1, column: 1 });
  const path: Open[] = [document];
  let place = { file, line: 1, column: 1 };
  parser.on('error', ({ message }) =>
    refuse({ id: 'srx.xml', values: { problem: message.replace(/^\d+:\d+: /, '') } }),
  );
  parser.on('doctype', () => refuse({ id: 'srx.doctype' }));
  parser.on('opentagstart', ({ name }) => {
    if (path.length > deepest) refuse({ id: 'srx.nested', values: { most: deepest } });
    place = { file, line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) };
  });
  parser.on('opentag', (tag) => path.push(open(tag.local, { ...place, attributes: attributesOf(tag) })));
  parser.on('closetag', ({ uri }) => {
    const closed = path.pop();
    if (closed !== undefined && namespaces.includes(uri)) path.at(-1)?.children.push(closed);
  });
  const addText = (piece: string) => {
    const element = path.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return document.children[0] ?? document;
}

const namespaces: readonly string[] = ['', 'http://www.lisa.org/srx20'];
const deepest = 50;

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

type Start = Pick<Element, 'file' | 'line' | 'column'> & Partial<Pick<Element, 'attributes'>>;

const open = (name: string, { attributes = {}, ...place }: Start): Open => ({
  name,
  attributes,
  children: [],
  text: '',
  ...place,
});

function attributesOf({ attributes }: SaxesTagNS): Element['attributes'] {
  return Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
}
