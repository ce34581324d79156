import type { Language } from '../../model.ts';
import type { InlineCode, InlineText, MemoryUnit } from './memory-unit.ts';

/** What files of ours say in their header: their codes are read as they are written. */
export const ownTool = 'wordferry';

/** The names of what we say of units besides their texts. */
export const ownTypes = { document: 'x-document', state: 'x-state' } as const;

/** How much is given at a time. */
const chunkLength = 65_536;

/**
 * TMX 1.4b, piece by piece: the same units give the same bytes, and what is added between two of them changes no other
 * line. There is no date in it. The version is that of how it is written.
 */
export function* writeTmx(units: Iterable<MemoryUnit>, source: Language): Generator<string> {
  let chunk = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="${ownTool}" creationtoolversion="1" segtype="sentence" o-tmf="${ownTool}" adminlang="en" srclang="${attribute(source)}" datatype="plaintext"/>
  <body>
`;
  for (const unit of units) {
    chunk += unitXml(unit, source);
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}  </body>\n</tmx>\n`;
}

function unitXml(unit: MemoryUnit, language: Language): string {
  const [source, target] = [number(unit.source), number(unit.target)];
  const places = placesOf(source);
  const document = unit.document === undefined ? '' : `      ${propXml(ownTypes.document, unit.document)}\n`;
  const state = unit.state === undefined ? '' : propXml(ownTypes.state, unit.state);
  return `    <tu${unit.isParagraph ? ' segtype="paragraph"' : ''}>
${document}      <tuv xml:lang="${attribute(language)}"><seg>${segXml(source, places)}</seg></tuv>
      <tuv xml:lang="${attribute(unit.language)}">${state}<seg>${segXml(target, matched(target, places))}</seg></tuv>
    </tu>
`;
}

const propXml = (type: string, value: string): string => `<prop type="${type}">${content(value)}</prop>`;

/** A code with its partner; its number among the pairs of the text, from 1. */
interface Numbered {
  readonly code: InlineCode;
  readonly partner?: InlineCode | undefined;
  readonly pair?: number | undefined;
}
type NumberedText = readonly (string | Numbered)[];

/** Ends of pairs whose partner stands elsewhere have none. */
function number(text: InlineText): NumberedText {
  const partners = partnersIn(text);
  const pairs = new Map([...partners.keys()].filter((at) => partners.get(at)! > at).map((at, nth) => [at, nth + 1]));
  return text.map((piece, at) => {
    const partner = partners.get(at);
    if (typeof piece === 'string') return piece;
    if (partner === undefined) return { code: piece };
    return { code: piece, pair: pairs.get(Math.min(at, partner)), partner: text[partner] as InlineCode };
  });
}

/** Where the other end of each end stands, in the order of the text. */
function partnersIn(text: InlineText): ReadonlyMap<number, number> {
  const open = new Map<string, number>();
  const partners: [number, number][] = [];
  for (const [at, piece] of text.entries()) {
    if (typeof piece === 'string' || piece.pair === undefined) continue;
    const start = open.get(piece.pair);
    if (piece.kind === 'open') open.set(piece.pair, at);
    else if (piece.kind === 'close' && start !== undefined && open.delete(piece.pair))
      partners.push([start, at], [at, start]);
  }
  return new Map(partners.sort(([a], [b]) => a - b));
}

/** `x`, which says what of the source a code of the target is. */
type Places = ReadonlyMap<Numbered, number>;

const hasPlace = (piece: string | Numbered): piece is Numbered =>
  typeof piece !== 'string' && !(piece.code.kind === 'close' && piece.pair !== undefined);

const placesOf = (text: NumberedText): Places => new Map(text.filter(hasPlace).map((piece, at) => [piece, at + 1]));

/** Equal codes in their order; what the source does not have is counted on. */
function matched(target: NumberedText, source: Places): Places {
  const free = new Map<string, number[]>();
  for (const [piece, place] of source) {
    const name = nameOf(piece);
    const known = free.get(name);
    if (known === undefined) free.set(name, [place]);
    else known.push(place);
  }
  for (const known of free.values()) known.reverse();
  const places = new Map<Numbered, number>();
  let next = source.size;
  for (const piece of target.filter(hasPlace)) {
    const place = free.get(nameOf(piece))?.pop();
    if (place === undefined) next += 1;
    places.set(piece, place ?? next);
  }
  return places;
}

const nameOf = ({ code, partner }: Numbered): string => JSON.stringify([code.kind, code.content, partner?.content]);

function segXml(text: NumberedText, places: Places): string {
  return text.map((piece) => (typeof piece === 'string' ? content(piece) : codeXml(piece, places))).join('');
}

function codeXml(numbered: Numbered, places: Places): string {
  const { code, pair } = numbered;
  const inner = content(code.content);
  const type = typeOf(numbered);
  const more = `x="${places.get(numbered)}"${type === undefined ? '' : ` type="${type}"`}`;
  if (code.kind === 'alone') return `<ph ${more}>${inner}</ph>`;
  if (pair === undefined) return `<it pos="${code.kind === 'open' ? 'begin' : 'end'}" ${more}>${inner}</it>`;
  return code.kind === 'open' ? `<bpt i="${pair}" ${more}>${inner}</bpt>` : `<ept i="${pair}">${inner}</ept>`;
}

/** As TMX calls it (its section on `type`). */
function typeOf({ code }: Numbered): string | undefined {
  const name = /^<([a-z]+)/i.exec(code.content)?.[1]?.toLowerCase();
  if (name !== undefined) return types.get(name);
  if (code.content.startsWith('![')) return 'image';
  if (code.kind === 'open' && code.content.endsWith('[')) return 'link';
  return types.get(code.content);
}

const types: ReadonlyMap<string, string> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['**', 'bold'],
  ['__', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['*', 'italic'],
  ['_', 'italic'],
  ['u', 'underlined'],
  ['a', 'link'],
  ['img', 'image'],
  ['br', 'lb'],
]);

/** A carriage return that is written as it is reads as a line feed. */
const content = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

const attribute = (text: string): string => content(text).replaceAll('"', '&quot;');
