import { fingerprint } from '../fingerprint.ts';
import type { Document, Entry, Language, Piece, Range } from '../model.ts';
import type { Furniture } from '../settings.ts';
import { splice } from '../splice.ts';
import { shownText } from './adoption/settle.ts';
import { furniturePieces } from './furniture-pieces.ts';
import { gapRanges, spokenUnits } from './outside/outline.ts';
import type { Outside } from './outside/outside.ts';
import { gapsBehind, type Slot, slotsOf } from './slots.ts';
import { isSlot } from './units.ts';

/** An entry with the fingerprint of what the translated file shows of it. */
export function stampEntry(entry: Entry): Entry {
  const written = entry.joined ? undefined : fingerprint(shownText(entry));
  return entry.written === written ? entry : { ...entry, written };
}

/** What a translated file is written from. */
export interface Translated {
  readonly document: Document;
  /** Those of the document's segments, in order, with text that people added between them. */
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly outside: Outside;
}

/**
 * The translated file: the source with each segment replaced by its target. All else is copied, but for what a person
 * changed there.
 */
export function renderTarget(translated: Translated, furniture: ReadonlyMap<string, Furniture>): string {
  const { document, language } = translated;
  const outside = withFrontMatter(translated);
  const written = segmentPieces({ ...translated, outside });
  const kept = outsidePieces(document, outside, written.added);
  const isCopied = ({ start, end }: Range) => !kept.some((piece) => piece.start <= start && piece.end >= end);
  const copied = furniturePieces(document, language, furniture).filter(isCopied);
  return splice(
    document.text,
    [...closed(document, written.pieces), ...copied, ...kept].toSorted((a, b) => a.start - b.start || a.end - b.end),
  );
}

/** What stands in the place of the document's sentences. */
export function unitPieces(translated: Omit<Translated, 'outside'>): readonly Piece[] {
  return closed(translated.document, segmentPieces({ ...translated, outside: new Map() }).pieces);
}

/** Gaps that a person changed, with the paragraphs that people added there. */
function outsidePieces(document: Document, outside: Outside, added: Added): readonly Piece[] {
  if (outside.size === 0) return [];
  const ranges = gapRanges(spokenUnits(document), document.text.length);
  return [...outside].flatMap(([gap, texts]) => {
    const [range, units] = [ranges[gap], added.get(gap) ?? []];
    if (range === undefined || !isNeeded(texts, units)) return [];
    return [{ ...range, text: interleaved(texts, units, separatorIn(document, gap)) }];
  });
}

const separatorIn = (document: Document, gap: number): string => unitSeparator(document, Math.max(0, gap - 1));

/** Blanks around paragraphs that are not there any more are no text. */
function isNeeded(texts: readonly string[], added: readonly string[]): boolean {
  return texts.length === added.length + 1 || texts.some((text) => text.trim() !== '');
}

/** Where paragraphs were added or taken away in the review file, what stood around them stays. */
function interleaved(texts: readonly string[], added: readonly string[], separator: string): string {
  const [before, last] = [texts.slice(0, -1), texts.at(-1) ?? ''];
  const left = before.slice(added.length).filter((text) => text.trim() !== '');
  return added.map((text, at) => (before[at] ?? separator) + text).join('') + left.join('') + last;
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

/** What people added behind the last value of a front matter stands in front of the paragraphs. */
function withFrontMatter({ document, entries, outside }: Translated): Outside {
  const units = spokenUnits(document);
  const at = units.findIndex((unit) => !isSlot(unit));
  if (at < 1 || outside.has(at) || entries.every(({ source, unit }) => source !== undefined || unit === undefined))
    return outside;
  const first = document.segments.findIndex(({ start }) => start >= (units[at]?.start ?? 0));
  const own = entries.filter(({ source }) => source !== undefined)[first];
  const [before] = own === undefined ? [] : entries.slice(Math.max(0, entries.indexOf(own) - 1));
  if (before === own || before?.source !== undefined || before?.unit === undefined) return outside;
  const range = gapRanges(units, document.text.length)[at];
  return new Map([...outside, [at, [document.text.slice(range?.start, range?.end), separatorIn(document, at)]]]);
}

/** Paragraphs that people added in gaps that they changed. */
type Added = ReadonlyMap<number, readonly string[]>;

interface Written {
  readonly pieces: readonly Piece[];
  readonly added: Added;
}

function segmentPieces(translated: Translated): Written {
  const { document, outside } = translated;
  const { lead, slots } = slotsOf(translated);
  const gaps = gapsBehind(document);
  const added = new Map<number, readonly string[]>();
  const isKept = (gap: number, units: readonly string[]): boolean => {
    const texts = outside.get(gap);
    if (texts === undefined || !isNeeded(texts, units)) return false;
    added.set(gap, [...(added.get(gap) ?? []), ...units]);
    return true;
  };
  const pieces = slots.map(({ own, units }, at) => {
    const text = own.filter((sentence) => sentence !== '').join(' ');
    const behind =
      units.length === 0 || isKept(gaps[at] ?? 0, units)
        ? []
        : units.map((unit) => separatorBehind(document, at) + unit);
    return { ...(text === '' ? withBlank(document, slots, at) : rangeOf(document, at)), text: text + behind.join('') };
  });
  return { pieces: lead.length === 0 || isKept(0, lead) ? pieces : [leadPiece(document, lead), ...pieces], added };
}

function separatorBehind(document: Document, at: number): string {
  return unitSeparator(document, document.segments[at]?.unit ?? 0);
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
function leadPiece(document: Document, paragraphs: readonly string[]): Piece {
  const { units, segments, text } = document;
  const lead = paragraphs.join(unitSeparator(document, 0));
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
