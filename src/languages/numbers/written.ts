import { ratio } from './decimal.ts';
import type { Value } from './quantity.ts';

/** How the digits of a number are written. */
export interface Marks {
  readonly decimal: string;
  /** Between thousands; empty where they are not grouped. */
  readonly group: string;
}

/** `12500.5` → `12.500,5`; with at least so many decimal places. */
export function writeDecimal(value: Value, { decimal, group }: Marks, places = 0): string {
  const [whole, part = ''] = value.split('.');
  const digits = part.padEnd(places, '0');
  return inThousands(whole!).join(group) + (digits === '' ? '' : decimal + digits);
}

function inThousands(whole: string): readonly string[] {
  const first = whole.length % 3;
  return [...(first > 0 ? [whole.slice(0, first)] : []), ...(whole.slice(first).match(/\d{3}/g) ?? [])];
}

/** The decimal that `factor` multiplies to `value`, if there is one. */
export function dividedBy(value: Value, factor: bigint): Value | undefined {
  if (value.includes('/')) return undefined;
  const [whole, part = ''] = value.split('.');
  const quotient = ratio(BigInt(whole! + part), 10n ** BigInt(part.length) * factor);
  return quotient.includes('/') ? undefined : quotient;
}

/** `2.5` → 5/2. */
export function fractionOf(value: Value): { readonly above: bigint; readonly below: bigint } {
  const [above, below] = value.split('/');
  if (below !== undefined) return { above: BigInt(above!), below: BigInt(below) };
  const part = value.split('.')[1] ?? '';
  return reduced(BigInt(value.replace('.', '')), 10n ** BigInt(part.length));
}

function reduced(above: bigint, below: bigint): { readonly above: bigint; readonly below: bigint } {
  let [left, right] = [above < 0n ? -above : above, below];
  while (right !== 0n) [left, right] = [right, left % right];
  return { above: above / left, below: below / left };
}
