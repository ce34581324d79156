import { collapse, fingerprint } from '../../fingerprint.ts';
import { anyUnit } from '../../formats/unit-text.ts';
import type { Document, Entry, State } from '../../model.ts';
import { isMarked } from '../../states.ts';
import { nothing } from '../adoption/settle.ts';
import { unitLabel } from '../units.ts';
import type { PairedGroup } from './pair-sentences.ts';

/** Where the sentences of a group stand in the source now, as they were or changed. */
export interface NowPlace {
  readonly kind: 'kept' | 'changed' | 'gone';
  readonly segments: readonly number[];
}

export type PlacedGroup = PairedGroup & { readonly place: NowPlace };

/** An entry with the index of the segment that it is about. */
export interface Slot {
  readonly entry: Entry;
  readonly segment?: number;
}

interface Writing {
  readonly document: Document;
  readonly state: State;
}

/** The entries of one unit of the translated file. A text without source has none to stand behind at its start: it is the next one's. */
export function blockOf(name: string, groups: readonly PlacedGroup[], writing: Writing): readonly Slot[] {
  const slots: Slot[] = [];
  let lead = '';
  for (const group of groups) {
    const isText = group.place.kind === 'gone' || (lead !== '' && isUntranslated(group));
    const text = lead === '' ? group.text : `${lead} ${group.text}`;
    lead = '';
    if (!isText) slots.push(...slotsOf({ ...group, text }, writing));
    else if (slots.length > 0) slots.push({ entry: added(text, writing) });
    else lead = text;
  }
  const [first, ...rest] = lead === '' ? slots : [{ entry: added(lead, writing) }];
  return first === undefined ? [] : [{ ...first, entry: { unit: name, ...first.entry } }, ...rest];
}

/** The sentences of a group as they are now, with its text. */
function slotsOf(group: PlacedGroup, { document, state }: Writing): readonly Slot[] {
  const { sources, text: target, place } = group;
  const written = fingerprint(target);
  const previous = place.kind === 'changed' ? { source: sources.join(' '), target } : undefined;
  return place.segments.map((segment, at): Slot => {
    const source = document.segments[segment]?.text ?? '';
    if (at > 0 && previous === undefined) return { segment, entry: { source, target: '', state, joined: true } };
    // The first of them shows the text of all.
    if (at > 0) return { segment, entry: { source, target: '', state: 'initial', written: nothing, previous } };
    if (isMarked(target)) return { segment, entry: { source, target, state: 'translated', machine: 'mock', written } };
    if (isUntranslated(group)) return { segment, entry: { source, target: '', state: 'initial', written } };
    if (previous === undefined) return { segment, entry: { source, target, state, written } };
    return { segment, entry: { source, target: '', state: 'initial', written, previous } };
  });
}

function added(target: string, { state }: Writing): Entry {
  return { target, state, written: fingerprint(target) };
}

/** Somebody copied the source and has not come to it yet. */
function isUntranslated({ sources: [source, ...more], text }: PairedGroup): boolean {
  return source !== undefined && more.length === 0 && collapse(source) === collapse(text);
}

/**
 * Sentences of the source that have nothing in the translated file, each behind the one before it: inside of its unit, or
 * as a unit of its own.
 */
export function withMissing(blocks: readonly Block[], document: Document): readonly Block[] {
  const missing = missingSlots(blocks, document);
  const unitOf = (segment = -1) => document.segments[segment]?.unit;
  const behind = ({ segment = -2 }: Slot) => missing.get(segment) ?? [];
  const isInside = (slot: Slot) => (other: Slot) => unitOf(other.segment) === unitOf(slot.segment);
  const asUnits = (slots: readonly Slot[]): readonly Block[] =>
    slots.map((slot, at) => {
      const before = slots[at - 1];
      return before !== undefined && isInside(before)(slot) ? [slot] : [named(slot, document)];
    });
  return [
    ...asUnits(missing.get(-1) ?? []),
    ...blocks.flatMap((block) => [
      block.flatMap((slot) => [slot, ...behind(slot).filter(isInside(slot))]),
      ...block.flatMap((slot) => asUnits(behind(slot).filter((other) => !isInside(slot)(other)))),
    ]),
  ];
}

/** By the segment that they stand behind; −1: before all. */
function missingSlots(blocks: readonly Block[], { segments }: Document): ReadonlyMap<number, readonly Slot[]> {
  const known = new Set(blocks.flat().map(({ segment }) => segment));
  const missing = new Map<number, Slot[]>([[-1, []]]);
  let last = -1;
  for (const [segment, { text: source }] of segments.entries()) {
    if (known.has(segment)) {
      last = segment;
      missing.set(last, []);
    } else missing.get(last)?.push({ segment, entry: { source, target: '', state: 'initial', written: nothing } });
  }
  return missing;
}

function named({ segment = -1, entry }: Slot, { segments, units }: Document): Slot {
  const unit = units[segments[segment]?.unit ?? -1] ?? anyUnit;
  return { segment, entry: { unit: unitLabel(unit), ...entry } };
}

type Block = readonly Slot[];
