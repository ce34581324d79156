import { collapse, fingerprint } from '../fingerprint.ts';
import { anyUnit, writeText } from '../formats/unit-text.ts';
import type { Document, Entry, Language, Piece, Range } from '../model.ts';
import type { Furniture } from '../settings.ts';
import { splice } from '../splice.ts';
import { shownText } from './settle.ts';

/** An entry with the fingerprint of what the translated file shows of it. */
export function stampEntry(entry: Entry): Entry {
  const written = entry.joined ? undefined : fingerprint(shownText(entry));
  return entry.written === written ? entry : { ...entry, written };
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
  const pieces = [...unitPieces(document, entries), ...furniturePieces(document, language, furniture)];
  return splice(
    document.text,
    pieces.toSorted((a, b) => a.start - b.start),
  );
}

/** What stands in the place of the document's sentences. */
export function unitPieces(document: Document, entries: readonly Entry[]): readonly Piece[] {
  return closed(document, segmentPieces(document, entries));
}

/** Units as wholes, where the format has to look at them once more. */
function closed({ text, units, format }: Document, pieces: readonly Piece[]): readonly Piece[] {
  const { close } = format;
  if (close === undefined) return pieces;
  let next = 0;
  const closedUnits = units.flatMap((unit): readonly Piece[] => {
    const { start, end } = unit;
    const own: Piece[] = [];
    for (let piece = pieces[next]; piece !== undefined && piece.start < end; piece = pieces[next]) {
      own.push({ start: piece.start - start, end: piece.end - start, text: piece.text });
      next += 1;
    }
    return own.length === 0 ? [] : [{ start, end, text: close(splice(text.slice(start, end), own), unit) }];
  });
  return [...closedUnits, ...pieces.slice(next)];
}

function segmentPieces(document: Document, entries: readonly Entry[]): readonly Piece[] {
  const { lead, slots } = slotsOf(document, entries);
  const pieces = slots.map(({ own, units }, at) => {
    const text = own.filter((sentence) => sentence !== '').join(' ');
    return { ...(text === '' ? withBlank(document, slots, at) : rangeOf(document, at)), text: text + units };
  });
  return lead === '' ? pieces : [leadPiece(document, lead), ...pieces];
}

/** What stands in the place of a segment. */
interface Slot {
  /** Its target, and sentences that a person added behind. */
  readonly own: string[];
  /** Paragraphs that a person added behind, each with what parts it from the text before. */
  units: string;
}

/** `lead` is what a person added before all segments. */
function slotsOf(
  document: Document,
  entries: readonly Entry[],
): { readonly lead: string; readonly slots: readonly Slot[] } {
  const { segments, units, text, format } = document;
  const slots: Slot[] = [];
  let lead = '';
  for (const entry of entries) {
    const segment = segments[slots.length];
    const last = slots.at(-1);
    if (entry.source !== undefined && segment !== undefined) {
      const writing = { unit: units[segment.unit] ?? anyUnit, format };
      slots.push({ own: [writeText(shownText(entry), text.slice(segment.start, segment.end), writing)], units: '' });
      continue;
    }
    const unit = units[segments[Math.max(0, slots.length - 1)]?.unit ?? -1] ?? anyUnit;
    const added = writeText(entry.target, '', { unit, format });
    if (last === undefined) lead += lead === '' ? added : separatorOf(document, 0, entry) + added;
    else if (entry.unit === undefined && last.units === '') last.own.push(added);
    else last.units += separatorOf(document, slots.length - 1, entry) + added;
  }
  return { lead, slots };
}

/** Text that a person added stands in its own paragraph where it has one, else behind a blank. */
function separatorOf(document: Document, at: number, { unit }: Entry): string {
  return unit === undefined ? ' ' : unitSeparator(document, document.segments[at]?.unit ?? 0);
}

function rangeOf({ segments }: Document, at: number): Range {
  const { start, end } = segments[at] ?? { start: 0, end: 0 };
  return { start, end };
}

/** A sentence without a text takes the blank before it away; the one behind it where it is the first of its unit to show. */
function withBlank(document: Document, slots: readonly Slot[], at: number): Range {
  const unitOf = (other: number) => document.segments[other]?.unit;
  const { start, end } = rangeOf(document, at);
  let first = at;
  while (unitOf(first - 1) === unitOf(at)) first -= 1;
  const isFirst = slots.slice(first, at).every(({ own }) => own.every((sentence) => sentence === ''));
  if (!isFirst) return { start: rangeOf(document, at - 1).end, end };
  return { start, end: unitOf(at + 1) === unitOf(at) ? rangeOf(document, at + 1).start : end };
}

/** Before the first unit with sentences; at the end of a document that has none. */
function leadPiece(document: Document, lead: string): Piece {
  const { units, segments, text } = document;
  const first = units[segments[0]?.unit ?? -1];
  if (first !== undefined) return { start: first.start, end: first.start, text: lead + unitSeparator(document, 0) };
  const separator = text.trim() === '' ? '' : unitSeparator(document, 0);
  return { start: text.length, end: text.length, text: separator + lead };
}

/** How the document parts its paragraphs: as after this one, else as anywhere, without ornaments that stand there. */
export function unitSeparator({ units, text, newlines }: Document, unit: number): string {
  const between = (at: number): string => text.slice(units[at]?.end, units[at + 1]?.start ?? units[at]?.end);
  const isPlain = (separator: string) => separator !== '' && separator.trim() === '';
  const here = between(unit);
  if (isPlain(here)) return here;
  const other = units.map((_, at) => between(at)).find(isPlain);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return other ?? (newlines === 'line' ? lineBreak : lineBreak + lineBreak);
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
