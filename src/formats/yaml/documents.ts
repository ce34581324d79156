import { Composer, type Document, Parser } from 'yaml';
import type { Range } from '../../model.ts';
import { nestingOf } from './nesting.ts';

export interface YamlStream {
  readonly documents: readonly Document[];
  /** Quoted scalars in which a line is not indented as it should be, from there on. */
  readonly loose: readonly Range[];
}

/** Why a stream cannot be read, and where. */
export interface YamlFault {
  readonly offset: number;
  readonly why: 'broken' | 'deep';
}

/**
 * The documents of a stream, all offsets those of the text. Lines of a quoted scalar need not be indented: libyaml and Go's
 * reader do not mind, so sites have them.
 */
export function documentsOf(text: string): YamlStream | YamlFault {
  // CR alone is a line break for YAML, but not for the parser.
  let lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  const loose: Range[] = [];
  for (let tries = 0; ; tries += 1) {
    const tokens = [...new Parser().parse(lines)];
    if (nestingOf(tokens) > mostLevels) return { offset: 0, why: 'deep' };
    const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, lines.length)];
    const error = documents.find(({ errors }) => errors.length > 0)?.errors[0];
    if (error === undefined) return { documents, loose };
    const [offset] = error.pos;
    const unquoted = tries * text.length > mostRead ? undefined : restOfQuoted(lines, offset, error.message);
    if (unquoted === undefined) return { offset, why: 'broken' };
    loose.push(unquoted);
    lines = onOneLine(lines, unquoted);
  }
}

/** Deeper ones are nobody's, and readers go down into them with a stack of their own. */
export const mostLevels = 500;

/** UTF-16 units: each scalar of that kind takes another reading. */
const mostRead = 150_000;

/** From a line break up to the quote that closes the scalar, where the parser says that it misses one. */
function restOfQuoted(text: string, start: number, message: string): Range | undefined {
  const rest = message.startsWith('Missing closing "') ? restOfDouble : restOfSingle;
  if (!message.startsWith('Missing closing ') || !/[\r\n]/.test(text.charAt(start))) return undefined;
  rest.lastIndex = start;
  const length = rest.exec(text)?.[0].length ?? 0;
  return start + length < text.length ? { start, end: start + length } : undefined;
}

const restOfDouble = /(?:[^"\\]|\\[\s\S])*/y;
const restOfSingle = /[^']*/y;

/** Blanks for line breaks move nothing. */
function onOneLine(text: string, { start, end }: Range): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[\r\n]/g, ' ') + text.slice(end);
}
