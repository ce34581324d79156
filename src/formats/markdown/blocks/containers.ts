import { type Cursor, indentOf, isBlank, skipColumns, skipSigns } from './cursor.ts';
import { isBlankSign } from './lines.ts';

/** What holds other blocks: a block quote, a list item, a footnote or an admonition. */
export interface Container {
  readonly kind: 'quote' | 'item' | 'note';
  /** Columns that its lines are indented by; none in a quote, whose lines have a mark. */
  readonly width: number;
}

/** How many containers, from the outside, go on in the line; the cursor is behind their prefixes then. */
export function continued(line: Cursor, containers: readonly Container[]): number {
  let depth = 0;
  for (const container of containers) {
    if (!goesOn(line, container)) break;
    depth += 1;
  }
  return depth;
}

/** Over the mark of a quote and the blank behind it. */
export function skipMark(line: Cursor): void {
  skipSigns(line, line.next + 1);
  if (line.at < line.end && isBlankSign(line.text.charCodeAt(line.at))) skipColumns(line, 1);
}

/** The prefixes of a unit's lines, as its style has them behind the first word: `text > 2 4`. */
export function specOf(containers: readonly Container[]): string {
  return containers.map(({ kind, width }) => (kind === 'quote' ? ' >' : ` ${width}`)).join('');
}

/** The inverse, for all that counts in the lines of a paragraph. */
export function containersIn(style: string): readonly Container[] {
  const marks = style.split(' ').slice(1);
  return marks.map((mark) => (mark === '>' ? { kind: 'quote', width: 0 } : { kind: 'item', width: Number(mark) }));
}

function goesOn(line: Cursor, { kind, width }: Container): boolean {
  if (kind !== 'quote') {
    if (isBlank(line)) return true;
    if (indentOf(line) < width) return false;
    skipColumns(line, width);
    return true;
  }
  if (isBlank(line) || indentOf(line) > 3 || line.text.charCodeAt(line.next) !== 62) return false;
  skipMark(line);
  return true;
}
