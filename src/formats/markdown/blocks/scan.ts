import type { Range, Unit } from '../../../model.ts';
import { continued } from './containers.ts';
import { indentOf, isBlank, moveTo } from './cursor.ts';
import { addRow, type Destination } from './emit.ts';
import { breakLength, lineEnds, trimEnd } from './lines.ts';
import { closeHeading, closeLeaf, leave, openContainer, openLeaf, openTable } from './open-close.ts';
import type { Start } from './start.ts';
import { startAt } from './starts.ts';
import { newState, type OpenVerbatim, type ScanOptions, type State } from './state.ts';

export interface Scanned {
  readonly units: readonly Unit[];
  /** Of all definitions, normalised; of footnotes with `^` before them. */
  readonly labels: ReadonlySet<string>;
  /** Where links lead that no unit holds: of definitions, and all HTML. */
  readonly definitions: readonly Destination[];
  readonly html: readonly Range[];
  readonly tooDeep?: number | undefined;
}

/** The blocks of a document from an offset on, each line looked at once (CommonMark 0.31, appendix on parsing). */
export function scanBlocks(text: string, from: number, options: ScanOptions): Scanned {
  const state = newState(text, options);
  const endOf = lineEnds(text);
  for (let start = from; start < text.length && state.tooDeep === undefined; ) {
    const end = endOf(start);
    moveTo(state.line, start, end);
    readLine(state);
    start = end + breakLength(text, end);
  }
  closeLeaf(state);
  const { units, labels, definitions, html } = state.emitted;
  return { units, labels, definitions, html, tooDeep: state.tooDeep };
}

function readLine(state: State): void {
  const { line, containers, verbatim } = state;
  const isAgain = state.isBlank && isBlank(line) && verbatim === undefined;
  state.isBlank = isBlank(line);
  if (isAgain) return;
  const depth = continued(line, containers);
  const isInside = depth === containers.length;
  if (verbatim !== undefined && isInside && readVerbatim(state, verbatim)) return;
  if (isBlank(line)) readBlank(state, depth);
  else readBlocks(state, depth);
}

/** Whether the line is one of the verbatim lines. */
function readVerbatim(state: State, { until, isHtml, lines }: OpenVerbatim): boolean {
  const { line } = state;
  const isLast = until.ends(line);
  const belongs = !isLast || until.includes;
  if (belongs && isHtml) lines.push(line.next, line.end);
  if (isLast) closeLeaf(state);
  return belongs;
}

/** Ends paragraphs and quotes, and an item that began with a blank line already. */
function readBlank(state: State, depth: number): void {
  const { containers } = state;
  leave(state, depth);
  if (!state.isFresh || containers.at(-1)?.kind !== 'item') return;
  containers.pop();
  state.isFresh = false;
}

/** What is behind the prefixes of the first `depth` containers: other containers, then a leaf or text. */
function readBlocks(state: State, depth: number): void {
  const { line, containers, dialect } = state;
  let open = depth;
  while (!isBlank(line) && !isIndented(state)) {
    const { lines, mayHead } = state;
    const start = startAt(line, { lines, mayHead, isLazy: open < containers.length, dialect });
    if (start === undefined) break;
    if (start.kind === 'underline') {
      if (closeHeading(state)) return;
      continue;
    }
    if (start.kind !== 'table') leave(state, open);
    if (!isContainer(start)) {
      if (start.kind === 'table') openTable(state);
      else openLeaf(state, start);
      return;
    }
    if (!openContainer(state, start)) return;
    open += 1;
  }
  if (!isBlank(line)) readText(state, open);
}

type ContainerStart = Extract<Start, { kind: 'quote' | 'item' | 'note' }>;

function isContainer(start: Start): start is ContainerStart {
  return start.kind === 'quote' || start.kind === 'item' || start.kind === 'note';
}

/** Code, where it is in no paragraph; MDX has none of this kind. */
function isIndented({ line, dialect }: State): boolean {
  return indentOf(line) > 3 && dialect === 'markdown';
}

/** A line of the open paragraph, whatever prefixes it lacks; a row; or a new paragraph. */
function readText(state: State, open: number): void {
  const { line, containers, lines, emitted } = state;
  const end = trimEnd(line.text, line.next, line.end);
  state.mayHead = !isIndented(state);
  const isRow = state.isTable && open === containers.length && !isIndented(state);
  if (lines.length > 0) lines.push(line.next, end);
  else if (isRow) addRow(emitted, line.next, end);
  else openText(state, open);
}

function openText(state: State, open: number): void {
  const { line, containers } = state;
  leave(state, open);
  state.isFirst = state.isFresh && containers.at(-1)?.kind === 'item';
  state.isFresh = false;
  if (!isIndented(state)) state.lines.push(line.next, trimEnd(line.text, line.next, line.end));
}
