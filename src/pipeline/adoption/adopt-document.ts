import { collapse } from '../../fingerprint.ts';
import { readText } from '../../formats/unit-text.ts';
import type { Document, Entry, Newlines, ReviewFile } from '../../model.ts';
import { entriesByUnit, type Reading } from '../units.ts';
import { type Adoption, adoptEdits } from './adopt.ts';
import { inDocumentOrder } from './document-order.ts';

/**
 * What people did to a translation, by the reading that explains it with the least upheaval: as the review file has it;
 * with paragraphs that part in the other way, where the source just came to part them differently; with the paragraphs
 * in the order of the source, where a person moved them in both files.
 */
export function adoptDocument(
  document: Document,
  review: ReviewFile,
  text: string | undefined,
  given: Omit<Reading, 'copied' | 'layout'>,
): Adoption | undefined {
  const reading = { ...given, copied: unitsWithout(document, review), layout: review.layout };
  const newlines: Newlines = document.newlines === 'line' ? 'paragraph' : 'line';
  const asItIs = adoptEdits(review, text, reading);
  if (asItIs === undefined || upheaval(asItIs) <= upheaval({ ...asItIs, ...untouched, entries: review.entries }))
    return asItIs;
  const moved = { ...review, entries: inDocumentOrder(document, review.entries) };
  const readings = reading.copied.size > 0 ? [reading, { ...reading, newlines }] : [reading];
  const others = readings
    .flatMap((each) => [adoptEdits(review, text, each), adoptEdits(moved, text, each)])
    .filter((adoption) => adoption !== undefined);
  return others.reduce((least, each) => (upheaval(each) < upheaval(least) ? each : least), asItIs);
}

const untouched = { conflicts: [], restructured: 0 };

/** How much would have been added, taken away, split, merged or changed on both sides: more than was, if a person moved something. */
function upheaval({ entries, conflicts, restructured }: Adoption): number {
  const isGone = ({ target, state, joined }: Entry) => target === '' && state !== 'initial' && !joined;
  const changed = entries.filter((entry) => entry.source === undefined || isGone(entry));
  return conflicts.length + changed.length + restructured;
}

/** Units of the source that the review file has no entries of yet: new ones, and furniture that is no longer declared. */
function unitsWithout({ units, text, format }: Document, { entries }: ReviewFile): ReadonlySet<string> {
  const known = new Set(
    entriesByUnit(entries).map((unit) => collapse(unit.map(({ source }) => source ?? '').join(' '))),
  );
  const sources = units.map((unit) => collapse(readText(text.slice(unit.start, unit.end), unit, format)));
  return new Set(sources.filter((source) => !known.has(source)));
}
