import { collapse } from '../fingerprint.ts';
import { offsetIn } from '../formats/unit-text.ts';
import { sentenceSplitter } from '../languages/sentences/index.ts';
import type { Document, Entry, Format, Language, Newlines, Range, ReviewFile, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { splice } from '../splice.ts';
import { restOf } from './outside/rest-of.ts';
import { optionsOf } from './segment.ts';
import { type Split, splitterOf } from './split-unit.ts';

/** How a translated file is read: as its source is. */
export interface Reading {
  readonly format: Format;
  readonly newlines: Newlines;
  readonly settings: Settings;
  /** Units of the source that no entry is about, white space collapsed: in the translated file they are nobody's words. */
  readonly copied: ReadonlySet<string>;
  /** Units that a merge left as one side had them, found by `withoutBlanks`: the review file knows better. */
  readonly behind?: ReadonlySet<string> | undefined;
  /** `own`: it may part its paragraphs otherwise than its source does. */
  readonly layout?: ReviewFile['layout'];
}

/** A unit with its text as people read it. */
export interface ReadUnit extends Unit {
  readonly text: string;
}

/** A unit of a translated file. */
export interface TargetUnit extends ReadUnit {
  /** What of it is in none of its sentences. */
  readonly rest: string;
}

/** The units of a translated file, without furniture. */
export function unitsOfTarget(
  text: string,
  language: Language,
  { format, newlines, settings }: Pick<Reading, 'format' | 'newlines' | 'settings'>,
): readonly TargetUnit[] {
  const furniture = furnitureIn(language, settings);
  const split = splitterOf(format, sentenceSplitter(language, settings.sentences));
  const { units } = format.parse(text, { ...optionsOf(settings), newlines });
  return units
    .map((unit) => ({ ...unit, ...readUnit(text, unit, { format, split }) }))
    .filter((unit) => unit.text !== '' && !furniture.has(collapse(unit.text)));
}

/** Without what is no sentence: an image or a code span in a line of its own. */
function readUnit(
  file: string,
  unit: Unit,
  { format, split }: { readonly format: Format; readonly split: Split },
): Pick<TargetUnit, 'text' | 'rest'> {
  const raw = file.slice(unit.start, unit.end);
  const folds = format.folds(raw, unit);
  const read = splice(raw, folds);
  const sentences = split(read, unit);
  const offset = offsetIn(folds);
  const ranges = sentences.map(({ start, end }) => ({
    start: unit.start + offset(start),
    end: unit.start + offset(end),
  }));
  return { text: translatable(read, sentences), rest: restOf(file, unit, ranges) };
}

function translatable(text: string, sentences: readonly Range[]): string {
  let [out, from] = ['', 0];
  for (const { start, end } of sentences) {
    const gap = text.slice(from, start);
    out += (out === '' ? '' : gap.trim() === '' ? gap : ' ') + text.slice(start, end);
    from = end;
  }
  return out;
}

/** A value, a cell or a title has one text, and nothing can be put behind it. */
export function isSlot({ key, kind }: Unit): boolean {
  return key !== undefined || isSlotName(kind);
}

/** The same for what a review file calls it. */
export const isSlotName = (unit: string): boolean => / |^(?:cell|title)$/.test(unit);

/** Lines of furniture as they may stand in a translated file, white space collapsed. */
function furnitureIn(language: Language, { furniture }: Settings): ReadonlySet<string> {
  return new Set(
    // A fixed text that was declared since the last run does not stand there yet.
    [...furniture].flatMap(([line, choice]) =>
      typeof choice === 'string' ? [line] : [line, collapse(choice[language] ?? line)],
    ),
  );
}

/** What finds a unit again: its sentences may stand without a blank between them. */
export const withoutBlanks = (text: string): string => collapse(text).replaceAll(' ', '');

/** The entries of a review file, unit by unit. */
export function entriesByUnit(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const units: Entry[][] = [];
  for (const entry of entries) {
    const last = units.at(-1);
    if (entry.unit !== undefined || last === undefined) units.push([entry]);
    else last.push(entry);
  }
  return units;
}

/** The first segment of a unit says what the unit is. */
export function unitName({ segments, units }: Document, at: number): string | undefined {
  const index = segments[at]?.unit ?? -1;
  const unit = units[index];
  if (unit === undefined || segments[at - 1]?.unit === index) return undefined;
  return unitLabel(unit);
}

/** `paragraph`, `value nav.home`: what a review file calls a unit. */
export function unitLabel({ kind, key }: Pick<Unit, 'kind' | 'key'>): string {
  return key === undefined ? kind : `${kind} ${key}`;
}
