import { collapse } from '../fingerprint.ts';
import { offsetIn, readText } from '../formats/unit-text.ts';
import { sentenceSplitter } from '../languages/sentences/index.ts';
import type { Document, Format, Language, ParseOptions, Segment, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { splice } from '../splice.ts';
import { type Split, splitterOf } from './split-unit.ts';

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A source file with its units and sentences; declared furniture is marked and has no sentence. */
export function segmentDocument(file: SourceFile, format: Format, settings: Settings): Document {
  const parsed = format.parse(file.text, optionsOf(settings));
  const units = parsed.units.map((unit) => markFurniture(unit, file.text, format, settings));
  const split = splitterOf(format, sentenceSplitter(settings.source, settings.sentences));
  const segments = units.flatMap((unit, index) =>
    unit.furniture ? [] : segmentsOf(unit, { index, text: file.text, format, split }),
  );
  const { newlines, refusal } = parsed;
  return { ...file, language: settings.source, format, newlines, refusal, units, segments };
}

/** The document as another language needs it: the same one, where the format requires nothing to be different. */
export function localiseDocument(document: Document, target: Language, settings: Settings): Document {
  const { format, path, text } = document;
  // A private tag names a variant for tools, not another language.
  const languages = { source: settings.source, target: target.replace(/-x-.*$/, '') };
  const pieces = format.localise?.(text, languages, optionsOf(settings)) ?? [];
  if (pieces.length === 0) return document;
  return { ...segmentDocument({ path, text: splice(text, pieces) }, format, settings), original: text };
}

export function optionsOf({ newlines, keys, attributes, links, headingIds }: Settings): ParseOptions {
  return { newlines, keys, attributes, links, headingIds };
}

function markFurniture(unit: Unit, text: string, format: Format, { furniture }: Settings): Unit {
  if (furniture.size === 0) return unit;
  return furniture.has(collapse(readText(text.slice(unit.start, unit.end), unit, format)))
    ? { ...unit, furniture: true }
    : unit;
}

interface Place {
  readonly index: number;
  readonly text: string;
  readonly format: Format;
  readonly split: Split;
}

function segmentsOf(unit: Unit, { index, text, format, split }: Place): readonly Segment[] {
  const raw = text.slice(unit.start, unit.end);
  const folds = format.folds(raw, unit);
  const read = splice(raw, folds);
  const offset = offsetIn(folds);
  return split(read, unit).map(({ start, end }) => ({
    start: unit.start + offset(start),
    end: unit.start + offset(end),
    text: read.slice(start, end),
    unit: index,
  }));
}
