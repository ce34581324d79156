import { Document, isCollection, isMap, type YAMLMap } from 'yaml';
import type { GlossaryEntry } from '../../model.ts';
import { fieldsOf } from './entry-fields.ts';

/** `Kursk: { en: Kursk, ko: 쿠르스크 }` where that is short, else a field a line. Without a line break at the end. */
export function renderEntry(entry: GlossaryEntry): string {
  const short = renderInLine(entry.term, fieldsOf(entry));
  return short.length <= longestLine ? short : render(entry.term, fieldsOf(entry), eachInLine);
}

/** The fields of a term on one line. */
export function renderInLine(term: string, fields: Readonly<Record<string, unknown>>): string {
  return render(term, fields, inLine);
}

const longestLine = 110;

function render(term: string, fields: Readonly<Record<string, unknown>>, style: (value: unknown) => void): string {
  const document = new Document({ [term]: fields });
  style((document.contents as unknown as YAMLMap).items[0]?.value);
  return document.toString({ lineWidth: 0 }).replace(/\n$/, '');
}

function inLine(value: unknown): void {
  if (isCollection(value)) value.flow = true;
}

function eachInLine(value: unknown): void {
  if (isMap(value)) for (const field of value.items) inLine(field.value);
}
