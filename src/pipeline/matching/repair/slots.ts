import type { TermFinder } from '../../../glossary/find.ts';
import { maskProtected } from '../../../languages/mask.ts';
import { parseQuantities, type Quantity, valueKey } from '../../../languages/numbers/index.ts';
import { blank } from '../../../languages/protected/blank.ts';
import type { Format, GlossaryEntry, Languages, Range, Unit } from '../../../model.ts';
import { termsIn } from '../../terms.ts';

/** What of a sentence can be replaced without translating it anew: a glossary name, or a number, date or time. */
export type Slot = Range & {
  /** Slots that say the same have the same. */
  readonly key: string;
} & (
    | { readonly entry: GlossaryEntry; readonly quantity?: undefined }
    | { readonly quantity: Quantity; readonly entry?: undefined }
  );

/** How a sentence and its target are read. */
export interface Reading {
  readonly languages: Languages;
  readonly finder: TermFinder;
  readonly unit: Unit;
  readonly format: Format;
}

/** The slots of a source sentence, in order, not overlapping: in a name with a number the name counts. */
export function slotsIn(text: string, { languages, ...reading }: Reading): readonly Slot[] {
  const names = termsIn(text, reading, reading.finder).map(
    ({ start, end, entry }): Slot => ({ start, end, entry, key: `term ${entry.term}` }),
  );
  const quantities = quantitiesIn(text, languages.source, reading).filter((quantity) =>
    names.every((name) => name.end <= quantity.start || quantity.end <= name.start),
  );
  return [...names, ...quantities].toSorted((a, b) => a.start - b.start);
}

/** Outside of codes and of what no rule looks into. */
export function quantitiesIn(
  text: string,
  language: string,
  { unit, format }: Pick<Reading, 'unit' | 'format'>,
): readonly (Slot & { readonly quantity: Quantity })[] {
  return parseQuantities(withoutProtected(text, { unit, format }), language).map((quantity) => ({
    start: quantity.start,
    end: quantity.end,
    quantity,
    key: `${quantity.kind} ${valueKey(quantity)}`,
  }));
}

/** As long as the text, without what no rule looks into. */
export function withoutProtected(text: string, { unit, format }: Pick<Reading, 'unit' | 'format'>): string {
  let masked = maskProtected(text);
  for (const { start, end } of format.inline?.codes(text, unit) ?? [])
    masked = masked.slice(0, start) + blank(masked.slice(start, end)) + masked.slice(end);
  return masked;
}

/** What stands between the slots, with the kind of each: equal where nothing else differs. */
export function frameOf(text: string, slots: readonly Slot[]): string {
  let [frame, from] = ['', 0];
  for (const { start, end, quantity } of slots) {
    frame += `${text.slice(from, start)}\u0000${quantity === undefined ? 'name' : quantity.kind}\u0000`;
    from = end;
  }
  return (frame + text.slice(from)).normalize('NFC');
}
