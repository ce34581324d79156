import type { ParseOptions, Range, Unit } from '../../../model.ts';
import { readHtml } from '../../html-fragment.ts';
import { type Container, containersIn } from './containers.ts';
import { definitionsIn } from './definition.ts';
import { breaksIn } from './folds.ts';
import { normaliseLabel } from './label.ts';
import { trimStart } from './lines.ts';
import { isTask, withoutAttributes } from './lines-of-signs.ts';
import { cellsIn } from './table.ts';

/** Of a link reference definition: its range, and the label, normalised. */
export interface Destination extends Range {
  readonly label: string;
}

/** What was found so far. */
export interface Emitted {
  readonly text: string;
  readonly options: ParseOptions;
  readonly units: Unit[];
  readonly labels: Set<string>;
  readonly definitions: Destination[];
  /** What was read as HTML. */
  readonly html: Range[];
}

export interface Paragraph {
  readonly kind: string;
  /** Starts and ends of its lines, by turns. */
  readonly lines: readonly number[];
  readonly isQuoted: boolean;
  /** The prefixes of its lines. */
  readonly spec: string;
  /** What its first line may begin; see `close.ts`. */
  readonly style: 'text' | 'item' | 'next' | 'deep' | 'more' | 'rest';
}

export function addParagraph(emitted: Emitted, paragraph: Paragraph): void {
  const { text } = emitted;
  const rest = withoutTask(text, withoutAlert(emitted, withoutDefinitions(emitted, paragraph)));
  const { kind, lines, spec, style } = rest;
  const end = kind === 'heading' ? headingEnd(text, lines) : (lines.at(-1) ?? 0);
  addUnit(emitted, { kind, start: lines[0] ?? 0, end, style: style + spec });
}

/** Before the attributes of a heading, unless they are its whole last line. */
function headingEnd(text: string, lines: readonly number[]): number {
  const [start = 0, end = 0] = lines.slice(-2);
  const before = withoutAttributes(text, start, end);
  return before > start ? before : end;
}

export function addLine(emitted: Emitted, kind: string, { start, end }: Range): void {
  addUnit(emitted, { kind, start, end, style: kind === 'heading' ? 'heading' : 'line' });
}

/** Its cells; one with no `|` before it begins the line, and could begin a block there. */
export function addRow(emitted: Emitted, start: number, end: number): void {
  const cells = cellsIn(emitted.text, start, end);
  for (let at = 0; at < cells.length; at += 2) {
    const from = cells[at] ?? 0;
    addUnit(emitted, { kind: 'cell', start: from, end: cells[at + 1] ?? 0, style: from === start ? 'row' : 'cell' });
  }
}

/** Lines in a quote have a mark that is no HTML; there each is read alone. */
export function addHtml(
  { text, units, html, options }: Emitted,
  lines: readonly number[],
  containers: readonly Container[],
): void {
  const isQuoted = containers.some(({ kind }) => kind === 'quote');
  const ranges = isQuoted ? lines : [lines[0] ?? 0, lines.at(-1) ?? 0];
  for (let at = 0; at < ranges.length; at += 2) {
    const range = { start: ranges[at] ?? 0, end: ranges[at + 1] ?? 0 };
    html.push(range);
    for (const unit of readHtml(text, range, options)) units.push(unit);
  }
}

export function addFootnote({ labels }: Emitted, label: string): void {
  labels.add(normaliseLabel(label));
}

/** What is left of a paragraph behind the definitions that it begins with. */
export function withoutDefinitions(emitted: Emitted, paragraph: Paragraph): Paragraph {
  const { text, labels } = emitted;
  const { lines, spec } = paragraph;
  const definitions = definitionsIn(text, lines);
  if (definitions.length === 0) return paragraph;
  let taken = 0;
  for (const { label, destination, title, lines: count } of definitions) {
    const name = normaliseLabel(label);
    labels.add(name);
    emitted.definitions.push({ ...destination, label: name });
    taken += count * 2;
    if (title !== undefined)
      addUnit(emitted, { kind: 'definition', ...title, style: `title${text[title.start - 1]}${spec}` });
  }
  return withoutLines(text, paragraph, { count: taken, style: 'next' });
}

/** `> [!NOTE]`, and the title behind it that Obsidian knows. */
function withoutAlert(emitted: Emitted, paragraph: Paragraph): Paragraph {
  const { text } = emitted;
  const { lines, isQuoted, style } = paragraph;
  const [start = 0, end = 0] = lines;
  if (!isQuoted || style !== 'text' || text[start] !== '[' || text[start + 1] !== '!') return paragraph;
  const mark = /^\[![a-z-]+\][+-]?(?=\s|$)/i.exec(text.slice(start, end));
  if (mark === null) return paragraph;
  addLine(emitted, 'title', { start: trimStart(text, start + mark[0].length, end), end });
  return withoutLines(text, paragraph, { count: 2, style: 'more' });
}

interface Taken {
  readonly count: number;
  readonly style: 'next' | 'more';
}

/**
 * Behind four blanks nothing else could begin, so that nothing needs an escape; a line that lacks prefixes could not end
 * the paragraph as a heading.
 */
function withoutLines(text: string, paragraph: Paragraph, { count, style }: Taken): Paragraph {
  const { lines, spec } = paragraph;
  const rest = lines.slice(count);
  const containers = containersIn(spec);
  const gap = breaksIn(text.slice(lines[0], rest[1]), containers)[count / 2 - 1];
  if (gap === undefined || gap.indent > 3)
    return { ...paragraph, lines: rest, style: style === 'next' ? 'deep' : 'rest' };
  return { ...paragraph, lines: rest, style: gap.depth < containers.length ? 'text' : style };
}

/** `- [x] Task` */
function withoutTask(text: string, paragraph: Paragraph): Paragraph {
  const { kind, lines, style } = paragraph;
  const [start = 0, end = 0] = lines;
  if (style !== 'item' || kind !== 'paragraph' || text[start] !== '[') return paragraph;
  if (!isTask(text.slice(start, Math.min(end, start + 4)))) return paragraph;
  const after = trimStart(text, start + 3, end);
  if (after === end) return withoutLines(text, paragraph, { count: 2, style: 'more' });
  return { ...paragraph, lines: [after, ...lines.slice(1)], style: 'rest' };
}

/** A unit has a letter or a digit. */
function addUnit({ text, units }: Emitted, unit: Unit): void {
  for (let at = unit.start; at < unit.end; at += 1) {
    const code = text.charCodeAt(at);
    if (isAsciiWord(code) || (code > 127 && /[\p{L}\p{N}]/u.test(text.slice(at, unit.end)))) {
      units.push(unit);
      return;
    }
    if (code > 127) return;
  }
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
