import type { Code, Format, Unit } from '../../model.ts';
import { createSlugger } from '../slugs.ts';
import { readText } from '../unit-text.ts';
import { isHtml } from './read.ts';

export interface Heading {
  readonly unit: Unit;
  /** The id that site generators give it. */
  readonly slug: string;
  /** The document says it. */
  readonly isExplicit: boolean;
}

/** The headings of a document, each with its id. */
export function headingsIn(text: string, units: readonly Unit[], format: Format): readonly Heading[] {
  const slug = createSlugger();
  return units
    .filter((unit) => unit.kind === 'heading' && !isHtml(unit))
    .map((unit) => {
      const id = idBehind(text, unit.end);
      const read = readText(text.slice(unit.start, unit.end), unit, format);
      return {
        unit,
        slug: slug(id ?? plainText(read, format.inline?.codes(read, unit) ?? [])),
        isExplicit: id !== undefined,
      };
    });
}

/** `{#id}`, `{: #id}`, before or behind signs that close the heading. */
function idBehind(text: string, end: number): string | undefined {
  id.lastIndex = end;
  return id.exec(text)?.[1];
}

const id = /[ \t]*#{0,9}[ \t]*\{[^{}\r\n]{0,100}?#([^\s{}]+)/y;

/** What the codes show: signs that were escaped, the text of code spans; nothing of tags and addresses. */
function plainText(read: string, codes: readonly Code[]): string {
  let [out, from] = ['', 0];
  for (const { kind, start, end, reads } of codes) {
    out += read.slice(from, start);
    const written = read.slice(start, end);
    if (kind === 'escape') out += reads ?? '';
    else if (/^[`\p{L}\p{N}]/u.test(written)) out += written.replace(/^`+ ?| ?`+$/g, '');
    from = end;
  }
  return out + read.slice(from);
}
