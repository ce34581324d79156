import { collapse } from '../fingerprint.ts';
import { splitSentences } from '../languages/sentences/index.ts';
import type { Document, Format, Segment, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A source file with its units and sentences; declared furniture is marked and has no sentence. */
export function segmentDocument(file: SourceFile, format: Format, settings: Settings): Document {
  const parsed = format.parse(file.text, { newlines: settings.newlines });
  const units = parsed.units.map((unit) => markFurniture(unit, file.text, settings));
  const segments = units.flatMap((unit, index) =>
    unit.furniture ? [] : segmentsOf(unit, index, file.text, format, settings),
  );
  return { ...file, language: settings.source, format, newlines: parsed.newlines, units, segments };
}

function markFurniture(unit: Unit, text: string, { furniture }: Settings): Unit {
  return furniture.has(collapse(text.slice(unit.start, unit.end))) ? { ...unit, furniture: true } : unit;
}

function segmentsOf(unit: Unit, index: number, text: string, format: Format, settings: Settings): readonly Segment[] {
  const raw = text.slice(unit.start, unit.end);
  return splitSentences(raw, settings.source, settings.sentences).map(({ start, end }) => ({
    start: unit.start + start,
    end: unit.start + end,
    text: format.decode(raw.slice(start, end)),
    unit: index,
  }));
}
