import { isMap, type Node, type YAMLMap } from 'yaml';
import { UserError } from '../../errors.ts';
import type { GlossaryEntry, Piece } from '../../model.ts';
import { splice } from '../../splice.ts';
import { additionsOf } from '../additions.ts';
import type { Completion, Merge } from '../merge.ts';
import { readYaml } from '../read/yaml.ts';
import { fieldsOf } from './entry-fields.ts';
import { columnOf, endOf, inBrackets, intoField } from './insertions.ts';
import { isMerged } from './is-merged.ts';
import { renderEntry, renderField } from './render-entry.ts';

/**
 * The text of a glossary with what a merge brings. New entries stand at its end, known ones where they were; every other
 * byte is what it was: comments, blank lines, quotation marks. Throws `UserError` for a layout that does not allow it.
 */
export function mergedText(text: string, file: string, additions: Additions): string {
  const terms = termsIn(text, file);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const pieces = [...completedPieces(text, terms, additions.completed), ...addedPieces(text, terms, additions.added)];
  const merged = splice(
    text,
    pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', newline) })),
  );
  if (isMerged({ before: text, after: merged, file }, additions)) return merged;
  throw new UserError({ id: 'glossary.merge.layout' }, { place: { file }, hint: { id: 'glossary.merge.layout.hint' } });
}

type Additions = Pick<Merge, 'added' | 'completed'>;
type Terms = YAMLMap<Node, Node | null>;

/** The mapping below `terms:`; nothing where it is empty or not there. */
function termsIn(text: string, file: string): Terms | undefined {
  const root = readYaml(text, file).document.contents;
  const terms: unknown = isMap(root) ? root.get('terms', true) : undefined;
  return isMap<Node, Node | null>(terms) ? terms : undefined;
}

/** Sorting is stable: what goes into a field stands in front of what goes behind it. */
function completedPieces(text: string, terms: Terms | undefined, completed: readonly Completion[]): readonly Piece[] {
  const completions = new Map(completed.map((completion) => [completion.before.term, completion]));
  const pieces = (terms?.items ?? []).flatMap((pair): readonly Piece[] => {
    const completion = completions.get(String(pair.key).normalize('NFC'));
    return completion === undefined ? [] : intoField(pair, additionsOf(completion), text);
  });
  return pieces.toSorted((a, b) => a.start - b.start);
}

function addedPieces(text: string, terms: Terms | undefined, added: readonly GlossaryEntry[]): readonly Piece[] {
  if (added.length === 0) return [];
  if (terms?.flow) {
    const rendered = added.map((entry) => renderField(entry.term, fieldsOf(entry)));
    return inBrackets(terms, endOf(terms.items.at(-1)), rendered);
  }
  const first = terms?.items[0]?.key.range?.[0];
  const indent = ' '.repeat(first === undefined ? 2 : columnOf(first, text));
  const lines = added.map((entry) => `${indent}${renderEntry(entry).replaceAll('\n', `\n${indent}`)}\n`).join('');
  const at = endOfDocument(text);
  const before = `${text.slice(0, at).endsWith('\n') || at === 0 ? '' : '\n'}${hasTerms(text) ? '' : 'terms:\n'}`;
  return [{ start: at, end: at, text: before + lines }];
}

/** In front of the marker that ends a YAML document, where there is one. */
function endOfDocument(text: string): number {
  return /^\.\.\.(?:\s|$)/mu.exec(text)?.index ?? text.length;
}

function hasTerms(text: string): boolean {
  return /^(?:\uFEFF)?(?:terms|'terms'|"terms")\s*:/mu.test(text);
}
