import { anyUnit, readText, writeText } from '../formats/unit-text.ts';
import type { Document, Entry, Segment } from '../model.ts';

/** White space that is no single blank between words, and escapes. */
const mayShrink = /[^\S ]|\s\s|^\s|\s$|[\\&]/u;

/** A target has no more white space than the translated file keeps of it: else the next run would find it changed. */
export function asShown(entry: Entry, segment: Segment | undefined, { format, text, units }: Document): Entry {
  if (!mayShrink.test(entry.target)) return entry;
  const raw = segment === undefined ? '' : text.slice(segment.start, segment.end);
  const unit = units[segment?.unit ?? -1] ?? anyUnit;
  const target = readText(writeText(entry.target.trim(), raw, { unit, format }), unit, format);
  return target.length < entry.target.length ? { ...entry, target } : entry;
}
