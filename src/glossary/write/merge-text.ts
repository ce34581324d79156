import { isMap, type Node, type Pair, type YAMLMap } from 'yaml';
import type { GlossaryEntry, Piece } from '../../model.ts';
import { splice } from '../../splice.ts';
import type { Completion, Merge } from '../merge.ts';
import { additionsOf } from '../additions.ts';
import { readYaml } from '../read/yaml.ts';
import { completeEntry } from './complete-entry.ts';
import { fieldsOf } from './entry-fields.ts';
import { renderEntry, renderInLine } from './render-entry.ts';

/**
 * The text of a glossary with what a merge brings. New entries stand at its end, known ones where they were; every other
 * byte is what it was: comments, blank lines, quotation marks.
 */
export function mergeIntoText(text: string, file: string, { added, completed }: Additions): string {
  const terms = termsIn(text, file);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const pieces = [...completedPieces(text, terms, completed), ...addedPieces(text, terms, added)];
  return splice(
    text,
    pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', newline) })),
  );
}

type Additions = Pick<Merge, 'added' | 'completed'>;
type Terms = YAMLMap<Node, Node | null>;

/** The mapping below `terms:`; nothing where it is empty or not there. */
function termsIn(text: string, file: string): Terms | undefined {
  const root = readYaml(text, file).document.contents;
  const terms: unknown = isMap(root) ? root.get('terms', true) : undefined;
  return isMap<Node, Node | null>(terms) ? terms : undefined;
}

function completedPieces(text: string, terms: Terms | undefined, completed: readonly Completion[]): readonly Piece[] {
  const pairs = new Map(terms?.items.map((pair) => [String(pair.key).normalize('NFC'), pair]));
  const pieces = completed.flatMap((completion): readonly Piece[] => {
    const pair = pairs.get(completion.before.term);
    const range = pair && rangeOf(pair, text);
    return range === undefined ? [] : [{ ...range, text: completedText(text, range, completion) }];
  });
  return pieces.toSorted((a, b) => a.start - b.start);
}

type Span = Omit<Piece, 'text'>;

/** From the key to the end of the value; a comment behind it on its line is not touched. */
function rangeOf({ key, value }: Pair<Node, Node | null>, text: string): Span | undefined {
  const start = key.range?.[0];
  const end = value?.range?.[1] ?? key.range?.[1];
  if (start === undefined || end === undefined) return undefined;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function completedText(text: string, { start, end }: Span, completion: Completion): string {
  const column = columnOf(start, text);
  const own = text.slice(start, end).replaceAll('\r\n', '\n');
  const [, inner = ''] = /\n( *)\S/u.exec(own) ?? [];
  const step = inner.length > column ? inner.length - column : 2;
  return indented(completeEntry(own, additionsOf(completion), step), ' '.repeat(column));
}

/** Lines of an entry below its first one; blank lines stay blank. */
function indented(entry: string, indent: string): string {
  return entry.replace(/\n(?!\n|$)/g, `\n${indent}`);
}

function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function addedPieces(text: string, terms: Terms | undefined, added: readonly GlossaryEntry[]): readonly Piece[] {
  if (added.length === 0) return [];
  if (terms?.flow) return [flowPiece(terms, added)];
  const first = terms?.items[0]?.key.range?.[0];
  const indent = ' '.repeat(first === undefined ? 2 : columnOf(first, text));
  const lines = added.map((entry) => `${indent}${indented(renderEntry(entry), indent)}\n`).join('');
  const at = endOf(text);
  const before = `${text.slice(0, at).endsWith('\n') || at === 0 ? '' : '\n'}${hasTerms(text) ? '' : 'terms:\n'}`;
  return [{ start: at, end: at, text: before + lines }];
}

/** In front of the marker that ends a YAML document, where there is one. */
function endOf(text: string): number {
  const marker = /^\.\.\.(?:\s|$)/mu.exec(text);
  return marker?.index ?? text.length;
}

/** `terms: { Kim: { en: Kim } }`: behind the last entry, or behind the bracket. */
function flowPiece(terms: Terms, added: readonly GlossaryEntry[]): Piece {
  const last = terms.items.at(-1);
  const end = last?.value?.range?.[1] ?? last?.key.range?.[1];
  const at = end ?? (terms.range?.[0] ?? 0) + 1;
  const entries = added.map((entry) => renderInLine(entry.term, fieldsOf(entry))).join(', ');
  return { start: at, end: at, text: end === undefined ? ` ${entries} ` : `, ${entries}` };
}

function hasTerms(text: string): boolean {
  return /^(?:\uFEFF)?(?:terms|'terms'|"terms")\s*:/mu.test(text);
}
