import { offsetIn, readText, writeText } from '../formats/unit-text.ts';
import { sentenceSplitter } from '../languages/sentences/index.ts';
import type { Document, Entry, Language, Piece } from '../model.ts';
import type { Settings } from '../settings.ts';
import { splice } from '../splice.ts';
import { shownText } from './adoption/settle.ts';
import { inFileOrder, labelsOf, runsOf } from './adoption/unit-runs.ts';
import { linesOf } from './drop-furniture.ts';
import { type Split, splitterOf } from './split-unit.ts';
import { entriesByUnit, type ReadUnit, unitLabel, unitsOfTarget, withoutBlanks } from './units.ts';
import { unitPieces, unitSeparator } from './write.ts';

/** A translated file that has a layout of its own. */
export interface OwnLayout {
  /** As it stands there. */
  readonly text: string;
  readonly language: Language;
  readonly settings: Settings;
}

/**
 * The translated file with what the entries show, all else as it is there: sentences that changed are written where they
 * stand, units that the source has now come with what the source has before them, units that are gone go with their lines.
 */
export function renderInLayout(document: Document, entries: readonly Entry[], layout: OwnLayout): string {
  const found = unitsOfTarget(layout.text, layout.language, { ...document, settings: layout.settings });
  const old = found.map((unit) => ({ unit: unitLabel(unit), text: unit.text }));
  const units = inFileOrder(shownUnits(document, entries, layout.language), old);
  const split = splitterOf(document.format, sentenceSplitter(layout.language, layout.settings.sentences));
  const runs = runsOf(...labelsOf(units, old));
  let [unit, at] = [0, 0];
  const pieces = runs.flatMap(([length, count]) => {
    const run = { own: units.slice(unit, unit + length), old: found.slice(at, at + count) };
    const place = { document, layout, split, before: found[at - 1], first: found[0] };
    unit += length;
    at += count;
    return piecesOf(run, place);
  });
  return splice(layout.text, pieces);
}

interface Run {
  readonly own: readonly ShownUnit[];
  readonly old: readonly ReadUnit[];
}

interface Place {
  readonly document: Document;
  readonly layout: OwnLayout;
  readonly split: Split;
  /** The unit before the run. */
  readonly before: ReadUnit | undefined;
  /** The first unit of the file. */
  readonly first: ReadUnit | undefined;
}

function piecesOf({ own, old }: Run, place: Place): readonly Piece[] {
  const said = (units: readonly { readonly text: string }[]) => withoutBlanks(units.map(({ text }) => text).join(''));
  if (said(own) === said(old)) return [];
  if (own.length === old.length) return old.flatMap((unit, at) => rewritten(unit, own[at], place));
  return [...inserted(own, place), ...linesOf(place.layout.text, old).map((lines) => ({ ...lines, text: '' }))];
}

/** A unit that shows something. */
interface ShownUnit {
  /** What a review file calls it. */
  readonly unit: string;
  /** What its entries show, without those that show nothing. */
  readonly sentences: readonly string[];
  readonly text: string;
  /** Where it is to be put if it is new: its index in the document, and how it is written there. */
  readonly index: number | undefined;
  readonly raw: string;
}

function shownUnits(document: Document, entries: readonly Entry[], language: Language): readonly ShownUnit[] {
  const units = entriesByUnit(entries);
  const isOfSource = (unit: readonly Entry[]) => unit.some(({ source }) => source !== undefined);
  const pieces = unitPieces({ document, entries: units.filter(isOfSource).flat(), language });
  let segment = 0;
  return units.flatMap((own): readonly ShownUnit[] => {
    const index = isOfSource(own) ? document.segments[segment]?.unit : undefined;
    segment += own.filter(({ source }) => source !== undefined).length;
    const sentences = own.map(shownText).filter((text) => text !== '');
    const text = sentences.join(' ');
    const raw = index === undefined ? text : rawUnit(document, index, pieces);
    return sentences.length === 0 ? [] : [{ unit: own[0]?.unit ?? '', sentences, text, index, raw }];
  });
}

function rawUnit({ text, units }: Document, index: number, pieces: readonly Piece[]): string {
  const { start, end } = units[index] ?? { start: 0, end: 0 };
  const own = pieces.filter((piece) => piece.start >= start && piece.end <= end);
  return splice(
    text.slice(start, end),
    own.map((piece) => ({ ...piece, start: piece.start - start, end: piece.end - start })),
  );
}

/** Behind the unit before them, each with what the source has in between; before all others with what comes then. */
function inserted(units: readonly ShownUnit[], { document, layout, before, first }: Place): readonly Piece[] {
  const start = before?.end ?? first?.start ?? layout.text.length;
  const isLead = before === undefined && first !== undefined;
  const text = units.map(({ index, raw }) => {
    const gap = gapBefore(document, isLead && index !== undefined ? index + 1 : index);
    return isLead ? raw + gap : gap + raw;
  });
  return text.length === 0 ? [] : [{ start, end: start, text: text.join('') }];
}

function gapBefore(document: Document, index: number | undefined): string {
  const [before, unit] = index === undefined ? [] : [document.units[index - 1], document.units[index]];
  if (before === undefined || unit === undefined) return unitSeparator(document, 0);
  return document.text.slice(before.end, unit.start);
}

/** Where there are as many sentences as before only those that changed are touched. */
function rewritten(old: ReadUnit, unit: ShownUnit | undefined, place: Place): readonly Piece[] {
  const {
    document: { format },
    layout,
    split,
  } = place;
  const { sentences = [], text = '' } = unit ?? {};
  if (withoutBlanks(old.text) === withoutBlanks(text)) return [];
  const raw = layout.text.slice(old.start, old.end);
  const ranges = split(readText(raw, old, format), old);
  const offset = offsetIn(format.folds(raw, old));
  const inRaw = ranges.map((range) => ({ start: offset(range.start), end: offset(range.end) }));
  const whole = { start: inRaw[0]?.start ?? 0, end: inRaw.at(-1)?.end ?? raw.length };
  const isSame = inRaw.length === sentences.length;
  const pieces = (isSame ? inRaw : [whole]).flatMap(({ start, end }, at): readonly Piece[] => {
    const target = isSame ? (sentences[at] ?? '') : text;
    const here = raw.slice(start, end);
    if (withoutBlanks(readText(here, old, format)) === withoutBlanks(target)) return [];
    return [{ start, end, text: writeText(target, here, { unit: old, format }) }];
  });
  const after = splice(raw, pieces);
  return [{ start: old.start, end: old.end, text: format.close?.(after, old) ?? after }];
}
