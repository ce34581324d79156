import { timeKeys } from './atoms.ts';
import type { Quantity } from './quantity.ts';

/** Whether both sides say the same values equally often. Most pairs do, and then no more needs to be known of them. */
export function sameValues(source: readonly Quantity[], target: readonly Quantity[]): boolean {
  const [own, other] = [valuesOf(source), valuesOf(target)];
  if (own.length !== other.length) return false;
  return own.length === 1 ? own[0] === other[0] : own.sort().join('\n') === other.sort().join('\n');
}

/** What the atoms of the quantities have as their own keys; numbers as they are. */
function valuesOf(quantities: readonly Quantity[]): string[] {
  const values: string[] = [];
  for (const quantity of quantities) addValues(values, quantity);
  return values;
}

function addValues(values: string[], quantity: Quantity): void {
  switch (quantity.kind) {
    case 'range':
      values.push(quantity.from.value, quantity.to.value);
      break;
    case 'date':
      for (const month of quantity.months) values.push(`month ${month}`);
      for (const day of quantity.days) values.push(`day ${day}`);
      if (quantity.year !== undefined) values.push(`year ${quantity.year}`);
      break;
    case 'decade':
      values.push(`decade ${quantity.decade}`);
      break;
    case 'time':
      values.push(timeKeys(quantity)[0]!);
      break;
    case 'code':
    case 'version':
      values.push(`${quantity.kind} ${quantity.code}`);
      break;
    default:
      values.push(quantity.value);
  }
}
