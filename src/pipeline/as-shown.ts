import { anyUnit, readText, writeText } from '../formats/unit-text.ts';
import type { Document, Entry, Segment } from '../model.ts';

/** White space that is no single blank between words, and escapes. */
const mayShrink = /[^\S ]|\s\s|^\s|\s$|[\\&]/u;

/** A target has no more white space than the translated file keeps of it: else the next run would find it changed. */
export function asShown(entry: Entry, segment: Segment | undefined, { format, text: source, units }: Document): Entry {
  if (!mayShrink.test(entry.target)) return entry;
  const raw = segment === undefined ? '' : source.slice(segment.start, segment.end);
  const unit = units[segment?.unit ?? -1] ?? anyUnit;
  // What runs over several cues is spread over them word by word.
  const isSpread = segment === undefined ? units.some(({ fixed }) => fixed !== undefined) : unit.fixed !== undefined;
  const text = !isSpread ? entry.target.trim() : entry.target.trim().replace(/ {2,}/g, ' ');
  const target = readText(writeText(text, raw, { unit, format }), unit, format);
  return target.length < entry.target.length ? { ...entry, target } : entry;
}
