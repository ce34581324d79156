import type { Entry } from '../../model.ts';
import { isSlotName } from '../units.ts';

type EntryUnit = readonly Entry[];

/**
 * What people added between two values, or before the first, stands in one of them: there is no paragraph for it. `stands`
 * says whether the translated file has it as a unit all the same.
 */
export function withinSlots(units: readonly EntryUnit[], stands: (unit: EntryUnit) => boolean): readonly EntryUnit[] {
  const groups: EntryUnit[] = [];
  let front: Entry[] = [];
  for (const [at, unit] of units.entries()) {
    const isInside = isAdded(unit) && isSlot(units.slice(at).find((each) => !isAdded(each))) && !stands(unit);
    const before = groups.at(-1);
    if (isInside && before === undefined) front.push(...unit);
    else if (isInside && before !== undefined && isSlot(before)) groups[groups.length - 1] = [...before, ...unit];
    else {
      groups.push([...front, ...unit]);
      front = [];
    }
  }
  return front.length === 0 ? groups : [front, ...groups];
}

const isAdded = (unit: EntryUnit): boolean => unit.every(({ source }) => source === undefined);

/** Behind the last unit is nothing either. */
const isSlot = (unit: EntryUnit | undefined): boolean =>
  unit === undefined || isSlotName(unit.find(({ source }) => source !== undefined)?.unit ?? '');
