import {
  type Document,
  type Pair as Field,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { exitStatus, UserError } from '../errors.ts';
import type { Entry, Languages, Message, Pair, Place, ReviewFile, State } from '../model.ts';
import { states } from '../states.ts';
import { quoteHandTyped } from './hand-typed.ts';

/**
 * Reads a review file, forgiving: every scalar is a string, hand-typed lines are taken literally.
 * Throws `UserError` (exit status 6) with the place of what cannot be read; conflict markers are named as such.
 */
export function readReviewFile(text: string, path: string, languages: Languages): ReviewFile {
  const lines = text.split('\n');
  refuseConflictMarkers(lines, path);
  const counter = new LineCounter();
  const yaml = quoteHandTyped(lines, [languages.source, languages.target, 'note']).join('\n');
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const at: At = (offset = 0) => counter.linePos(offset);
  const refuse: Refuse = (offset, message) => {
    const { line, col } = at(offset);
    throw damaged(message, { file: path, line, column: col });
  };
  const [error] = document.errors;
  if (error !== undefined) refuse(error.pos[0], { id: 'review.yaml', values: { problem: error.message } });
  const root = rootOf(document, refuse);
  const segments = root.get('segments', true);
  if (segments !== undefined && !isSeq(segments) && String(scalar(segments)) !== '')
    refuse(0, { id: 'review.segments' });
  const items = isSeq(segments) ? segments.items : [];
  const entries = items.map((item) => {
    const start = (item as YAMLMap | null)?.range?.[0];
    if (!isMap(item) || item.flow === true) return refuse(start, { id: 'review.entry' });
    const place = targetPlace(item, languages, at, lines);
    return {
      ...readEntry(item, languages, refuse),
      lines: { start: at(start).line - 1, end: lastLine(item, at) },
      place,
    };
  });
  const ignore = readList(root.get('ignore', true));
  const layout = scalar(root.get('layout', true)) === 'own' ? 'own' : undefined;
  return { path, source: String(scalar(root.get('source', true))), languages, layout, entries, ignore, text };
}

type At = (offset?: number) => { readonly line: number; readonly col: number };
type Refuse = (offset: number | undefined, message: Message) => never;

function damaged(text: Message, place: Place): UserError {
  const id = text.id === 'review.conflict' ? 'review.conflict.hint' : 'review.damaged.hint';
  return new UserError(text, { place, hint: { id }, status: exitStatus.damaged });
}

/** Git writes its markers at the start of a line, where no line of a review file that wordferry wrote has such text. */
function refuseConflictMarkers(lines: readonly string[], path: string): void {
  const at = lines.findIndex((line) => /^(?:<{7,}|>{7,}|\|{7,}|={7,})(?:\s|$)/.test(line));
  if (at >= 0) throw damaged({ id: 'review.conflict' }, { file: path, line: at + 1, column: 1 });
}

function rootOf(document: Document.Parsed, refuse: Refuse): YAMLMap {
  const root: unknown = document.contents;
  return isMap(root) ? root : refuse(0, { id: 'review.root' });
}

/** Number of lines up to the end of an entry: the content of its last field, without what follows it. */
function lastLine(item: YAMLMap, at: At): number {
  const last = item.items.at(-1) as
    | Field<{ range: readonly number[] }, { range?: readonly number[] } | null>
    | undefined;
  const end = last?.value?.range?.[1] ?? last?.key.range[1] ?? item.range?.[1] ?? 0;
  // A block scalar's range ends after its last line break, a flow scalar's on its line.
  return at(Math.max(0, end - 1)).line;
}

/** Where the text of the target begins: in a block on the line below its key. */
function targetPlace(item: YAMLMap, { target }: Languages, at: At, lines: readonly string[]): Entry['place'] {
  const node = item.get(target, true);
  const { line, col } = at((isScalar(node) ? node.range?.[0] : undefined) ?? item.range?.[0]);
  const isBlock =
    isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') && node.value !== '';
  return isBlock ? { line: line + 1, column: Math.max(0, lines[line]?.search(/\S/) ?? 0) + 1 } : { line, column: col };
}

function readEntry(item: YAMLMap, languages: Languages, refuse: Refuse): Entry {
  const text = (key: string) => optional(item, key);
  const target = text(languages.target) ?? '';
  const previous = item.get('previous', true);
  return {
    unit: text('unit'),
    source: text(languages.source),
    target,
    state: readState(item, target, refuse),
    written: text('written'),
    machine: text('machine'),
    replaced: readList(item.get('replaced', true)),
    joined: text('joined') === 'true' ? true : undefined,
    previous: isMap(previous) ? readPair(previous, languages) : undefined,
    ignore: readList(item.get('ignore', true)),
    note: text('note'),
  };
}

function readPair(item: YAMLMap, languages: Languages): Pair {
  return { source: optional(item, languages.source) ?? '', target: optional(item, languages.target) ?? '' };
}

/** An entry that a person typed without a state: what has a target is at least translated. */
function readState(item: YAMLMap, target: string, refuse: Refuse): State {
  const node = item.get('state', true);
  const state = scalar(node);
  if (state === '') return target === '' ? 'initial' : 'translated';
  if (!states.some((known) => known === state))
    refuse((node as { range?: readonly [number] }).range?.[0], { id: 'review.state', values: { state } });
  return state as State;
}

function readList(node: unknown): readonly string[] | undefined {
  const list = isSeq(node) ? node.items.map(scalar) : [scalar(node)];
  const texts = list.filter((text) => text !== '');
  return texts.length > 0 ? texts : undefined;
}

function optional(item: YAMLMap, key: string): string | undefined {
  return item.has(key) ? scalar(item.get(key, true)) : undefined;
}

/** The text of a scalar, without the line break that ends `|` blocks. */
function scalar(node: unknown): string {
  if (!isScalar(node) || typeof node.value !== 'string') return '';
  let end = node.value.length;
  while (node.value[end - 1] === '\n') end -= 1;
  return node.value.slice(0, end);
}
