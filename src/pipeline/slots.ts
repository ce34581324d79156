import { anyUnit, writeText } from '../formats/unit-text.ts';
import type { Document } from '../model.ts';
import { shownText } from './adoption/settle.ts';
import { isSlot } from './units.ts';
import type { Translated } from './write.ts';

/** What stands in the place of a segment. */
export interface Slot {
  /** Its target, and sentences that a person added behind. */
  readonly own: string[];
  /** Paragraphs that a person added behind. */
  readonly units: string[];
}

/** `lead` is what a person added before all segments. */
export function slotsOf({ document, entries, outside }: Translated): {
  readonly lead: string[];
  readonly slots: readonly Slot[];
} {
  const { segments, units, text, format } = document;
  const gaps = gapsBehind(document);
  const slots: Slot[] = [];
  const [lead, front]: [string[], string[]] = [[], []];
  for (const entry of entries) {
    const segment = segments[slots.length];
    const last = slots.at(-1);
    if (entry.source !== undefined && segment !== undefined) {
      const writing = { unit: units[segment.unit] ?? anyUnit, format };
      const own = writeText(shownText(entry), text.slice(segment.start, segment.end), writing);
      slots.push({ own: [...front.splice(0), own], units: [] });
      continue;
    }
    const unit = units[segments[Math.max(0, slots.length - 1)]?.unit ?? -1] ?? anyUnit;
    const added = writeText(entry.target, '', { unit, format });
    const isParted = (outside.get(last === undefined ? 0 : (gaps[slots.length - 1] ?? 0))?.length ?? 0) > 1;
    const paragraphs = last?.units ?? lead;
    const isSentence = entry.unit === undefined || (isSlot(unit) && !isParted);
    if (isSentence && paragraphs.length > 0) paragraphs.push(`${paragraphs.pop()} ${added}`);
    else if (isSentence && (last !== undefined || isSlot(unit))) (last?.own ?? front).push(added);
    else paragraphs.push(added);
  }
  return { lead, slots };
}

/** By segment: the gap behind its unit. */
export function gapsBehind({ segments }: Document): readonly number[] {
  let gap = 0;
  return segments.map(({ unit }, at) => {
    if (unit !== segments[at - 1]?.unit) gap += 1;
    return gap;
  });
}
