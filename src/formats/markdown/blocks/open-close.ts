import { type Container, skipMark, specOf } from './containers.ts';
import { indentOf, skipColumns, skipSigns } from './cursor.ts';
import { addFootnote, addHtml, addLine, addParagraph, addRow, type Paragraph, withoutDefinitions } from './emit.ts';
import { itemWidth } from './lines-of-signs.ts';
import type { Start } from './start.ts';
import type { State } from './state.ts';

/** Deeper documents are refused: what reads them afterwards may need a stack. */
export const deepest = 500;

type ContainerStart = Extract<Start, { kind: 'quote' | 'item' | 'note' }>;
type LeafStart = Extract<Start, { kind: 'heading' | 'line' | 'verbatim' }>;

/** Closes the leaf and the containers that do not go on. */
export function leave(state: State, depth: number): void {
  closeLeaf(state);
  const { containers } = state;
  if (depth === containers.length) return;
  containers.length = depth;
  state.isFresh = false;
}

export function closeLeaf(state: State): void {
  const { lines, verbatim, emitted } = state;
  if (lines.length > 0) {
    addParagraph(emitted, paragraphOf(state, 'paragraph'));
    state.lines = [];
  }
  if (verbatim?.isHtml) addHtml(emitted, verbatim.lines, state.containers);
  state.verbatim = undefined;
  state.isTable = false;
}

/** The paragraph becomes a heading; `false`: it is only definitions, and is closed. */
export function closeHeading(state: State): boolean {
  const rest = withoutDefinitions(state.emitted, paragraphOf(state, 'heading'));
  state.lines = [];
  if (rest.lines.length === 0) return false;
  addParagraph(state.emitted, rest);
  return true;
}

/** The last line of the paragraph becomes the head of a table. */
export function openTable(state: State): void {
  const [start = 0, end = 0] = state.lines.splice(-2);
  closeLeaf(state);
  addRow(state.emitted, start, end);
  state.isTable = true;
}

/** `false`: it would be too deep. */
export function openContainer(state: State, start: ContainerStart): boolean {
  const { line, containers, emitted } = state;
  if (containers.length === deepest) {
    state.tooDeep = line.next;
    return false;
  }
  containers.push(enter(state, start));
  state.isFresh = true;
  if (start.kind !== 'note') return true;
  if (start.label !== undefined) addFootnote(emitted, start.label);
  if (start.title !== undefined) addLine(emitted, 'title', start.title);
  return true;
}

export function openLeaf(state: State, start: LeafStart): void {
  const { line, emitted } = state;
  state.isFresh = false;
  if (start.kind === 'heading') addLine(emitted, 'heading', start.content);
  if (start.kind === 'line' && start.title !== undefined) addLine(emitted, 'title', start.title);
  if (start.kind !== 'verbatim') return;
  const isHtml = start.language === 'html';
  const lines = [line.next, line.end];
  if (start.until !== undefined) state.verbatim = { until: start.until, isHtml, lines };
  else if (isHtml) addHtml(emitted, lines, state.containers);
}

function paragraphOf({ lines, isFirst, containers }: State, kind: string): Paragraph {
  const isQuoted = containers.at(-1)?.kind === 'quote';
  return { kind, lines, spec: specOf(containers), isQuoted, style: isFirst ? 'item' : 'text' };
}

/** Moves behind what begins the container. */
function enter({ line }: State, start: ContainerStart): Container {
  if (start.kind === 'quote') {
    skipMark(line);
    return { kind: 'quote', width: 0 };
  }
  const before = indentOf(line);
  const marker = start.end - line.next;
  skipSigns(line, start.end);
  if (start.kind === 'note') return { kind: 'note', width: 4 };
  const width = itemWidth(line, before, marker);
  skipColumns(line, Math.min(width - before - marker, indentOf(line)));
  return { kind: 'item', width };
}
