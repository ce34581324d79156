import { collapse, fingerprint } from '../fingerprint.ts';
import type { Document, Entry, Language, Range, Unit } from '../model.ts';
import type { Furniture } from '../settings.ts';
import { shownText } from './settle.ts';

/** Entries with the fingerprint of what the translated file shows of them. */
export function stampEntries(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => {
    const written = entry.joined ? undefined : fingerprint(shownText(entry));
    return entry.written === written ? entry : { ...entry, written };
  });
}

/**
 * The translated file: the source with each segment replaced by its target. All else is copied. `entries` are those of
 * the document's segments, in order, with text that people added between them.
 */
export function renderTarget(
  document: Document,
  entries: readonly Entry[],
  language: Language,
  furniture: ReadonlyMap<string, Furniture>,
): string {
  const pieces = [...segmentPieces(document, entries), ...furniturePieces(document, language, furniture)];
  return splice(
    document.text,
    pieces.toSorted((a, b) => a.start - b.start),
  );
}

/** The published file: declared furniture kept, dropped with its line break, or in its fixed text. */
export function dropFurniture(text: string, units: readonly Unit[], isDropped: (line: string) => boolean): string {
  const dropped = units.filter((unit) => isDropped(text.slice(unit.start, unit.end)));
  return splice(
    text,
    dropped.map((unit) => ({ ...wholeLines(text, unit), text: '' })),
  );
}

interface Piece extends Range {
  readonly text: string;
}

function splice(text: string, pieces: readonly Piece[]): string {
  let copied = 0;
  let out = '';
  for (const piece of pieces) {
    out += text.slice(copied, piece.start) + piece.text;
    copied = piece.end;
  }
  return out + text.slice(copied);
}

function segmentPieces(document: Document, entries: readonly Entry[]): readonly Piece[] {
  const pieces: { start: number; end: number; text: string }[] = [];
  let at = 0;
  for (const entry of entries) {
    const last = pieces.at(-1);
    if (entry.source === undefined) {
      if (last !== undefined) last.text += addedText(document, at - 1, entry);
      continue;
    }
    const segment = document.segments[at];
    if (segment === undefined) break;
    const shown = shownText(entry);
    const isFirst = document.segments[at - 1]?.unit !== segment.unit;
    // A sentence without a text of its own takes the blank before it away.
    const start = shown === '' && !isFirst ? (document.segments[at - 1]?.end ?? segment.start) : segment.start;
    const raw = document.text.slice(segment.start, segment.end);
    pieces.push({ start, end: segment.end, text: document.format.encode(shown, raw) });
    at += 1;
  }
  return pieces;
}

/** Text that a person added: in its own paragraph where it has one, else behind a blank. */
function addedText(document: Document, after: number, entry: Entry): string {
  const separator = entry.unit === undefined ? ' ' : unitSeparator(document, document.segments[after]?.unit ?? 0);
  return separator + document.format.encode(entry.target, '');
}

/** What stands between a unit and the next (or the one before): the document's own way of parting paragraphs. */
function unitSeparator({ units, text, newlines }: Document, unit: number): string {
  const [first, second] =
    units[unit + 1] === undefined ? [units[unit - 1], units[unit]] : [units[unit], units[unit + 1]];
  if (first === undefined || second === undefined) return newlines === 'line' ? '\n' : '\n\n';
  return text.slice(first.end, second.start);
}

/** Furniture with a fixed text in this language. */
function furniturePieces(
  document: Document,
  language: Language,
  furniture: ReadonlyMap<string, Furniture>,
): readonly Piece[] {
  return document.units.flatMap((unit) => {
    if (!unit.furniture) return [];
    const choice = furniture.get(collapse(document.text.slice(unit.start, unit.end)));
    const text = typeof choice === 'object' ? choice[language] : undefined;
    return text === undefined ? [] : [{ start: unit.start, end: unit.end, text }];
  });
}

/** With its line break; between blank lines with the blank lines that follow. */
function wholeLines(text: string, { start, end }: Range): Range {
  const isAlone = /(?:^|[\r\n][ \t]*(?:\r\n|\r|\n))[ \t]*$/.test(text.slice(Math.max(0, start - 80), start));
  const rest = (isAlone ? /^[ \t]*(?:\r\n|\r|\n|[ \t])*/ : /^[ \t]*(?:\r\n|\r|\n)?/).exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + rest.length };
}
