import type { Source } from './source.ts';
import { templateEndInTag } from './template.ts';
import { type Attribute, plainToken, type Token } from './token.ts';

/**
 * The tag whose `<` stands at `at`, by the tokenization states of the HTML standard (13.2.5.6 to 13.2.5.40), except that a
 * template's sign inside a tag is skipped as one. `undefined`: the `<` is text; a `rest`: the text ends inside the tag.
 */
export function tagAt(source: Source, at: number): Token | undefined {
  const { text } = source;
  const isClose = text.charCodeAt(at + 1) === slash;
  const nameStart = at + (isClose ? 2 : 1);
  if (!isLetter(text.charCodeAt(nameStart))) return undefined;
  let nameEnd = nameStart;
  while (nameEnd < text.length && !ends(text.charCodeAt(nameEnd), tagName)) nameEnd += 1;
  const { attributes, end, selfClosing } = attributesAt(source, nameEnd);
  if (end === undefined) return plainToken('rest', at, text.length);
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  return { kind: isClose ? 'close' : 'open', start: at, end, name, attributes, selfClosing };
}

interface Attributes {
  readonly attributes: readonly Attribute[];
  /** After the tag's `>`. */
  readonly end?: number;
  readonly selfClosing: boolean;
}

function attributesAt(source: Source, from: number): Attributes {
  const { text } = source;
  const attributes: Attribute[] = [];
  let [at, done] = [from, from];
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === greater) {
      return { attributes, end: at + 1, selfClosing: at > done && text.charCodeAt(at - 1) === slash };
    }
    if (code === slash || isBlank(code)) {
      at += 1;
      continue;
    }
    const attribute = attributeAt(source, at);
    attributes.push(attribute);
    at = done = attribute.end + (attribute.quote ? 1 : 0);
  }
  return { attributes, selfClosing: false };
}

/** A value that nothing ends goes to the end of the text. */
function attributeAt(source: Source, nameStart: number): Attribute {
  const { text } = source;
  const nameEnd = runEnd(source, templateEndInTag(source, nameStart) ?? nameStart + 1, attributeName);
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const equals = skipBlanks(text, nameEnd);
  if (text.charCodeAt(equals) !== equalsSign) {
    return { name, nameStart, start: nameEnd, end: nameEnd, value: '', quote: undefined };
  }
  const at = skipBlanks(text, equals + 1);
  const quote = text[at] === '"' || text[at] === "'" ? text[at] : '';
  const start = at + quote.length;
  const end = quote === '' ? runEnd(source, start, unquotedValue) : quotedEnd(source, start, quote);
  return { name, nameStart, start, end, value: text.slice(start, end), quote };
}

function quotedEnd(source: Source, start: number, quote: string): number {
  let end = source.find(quote, start);
  for (let at = templateSign(source, start); at < end; ) {
    const after = templateEndInTag(source, at) ?? at + 1;
    if (after > end) end = source.find(quote, after);
    at = templateSign(source, after);
  }
  return Math.min(end, source.text.length);
}

function templateSign(source: Source, from: number): number {
  return Math.min(source.find('{', from), source.find('<', from));
}

function runEnd(source: Source, from: number, run: number): number {
  const { text } = source;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (ends(code, run)) return at;
    at = (code === curly || code === less ? templateEndInTag(source, at) : undefined) ?? at + 1;
  }
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

const [slash, greater, less, equalsSign, curly] = [0x2f, 0x3e, 0x3c, 0x3d, 0x7b];

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);

/** Which signs end which run, a bit each. */
const [tagName, attributeName, unquotedValue] = [1, 2, 4];
const endings = new Uint8Array(128);
for (const sign of '\t\n\f\r >') endings[sign.charCodeAt(0)] = tagName | attributeName | unquotedValue;
endings[slash] = tagName | attributeName;
endings[equalsSign] = attributeName;

const ends = (code: number, run: number): boolean => code < 128 && ((endings[code] ?? 0) & run) !== 0;
