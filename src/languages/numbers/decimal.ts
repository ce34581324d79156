import type { Value } from './quantity.ts';

/** The canonical form of the digits before and after a decimal mark. */
export function decimal(whole: string, fraction = ''): Value {
  const head = stripStart(whole) || '0';
  const tail = stripEnd(fraction);
  return tail === '' ? head : `${head}.${tail}`;
}

export function negative(value: Value): Value {
  return value === '0' ? value : `-${value}`;
}

export function times(value: Value, factor: bigint): Value {
  if (factor === 1n) return value;
  const [above, below] = value.split('/');
  if (below !== undefined) return ratio(BigInt(above!) * factor, BigInt(below));
  const { digits, places } = split(value);
  return join(digits * factor, places);
}

/** The sum of two decimals. */
export function plus(left: Value, right: Value): Value {
  const a = split(left);
  const b = split(right);
  const places = Math.max(a.places, b.places);
  return join(a.digits * 10n ** BigInt(places - a.places) + b.digits * 10n ** BigInt(places - b.places), places);
}

/** Decimal places of the finite fractions with denominators up to 999: 1/512 has nine. */
const mostPlaces = 9;

/** Numerator over denominator: a decimal where one is exact, else a reduced fraction. */
export function ratio(numerator: bigint, denominator: bigint): Value {
  if (denominator === 0n) return `${numerator}/0`;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const [above, below] = [numerator / divisor, denominator / divisor];
  for (let places = 0; places <= mostPlaces; places++) {
    const power = 10n ** BigInt(places);
    if (power % below === 0n) return join((above * power) / below, places);
  }
  return `${above}/${below}`;
}

function split(value: Value): { digits: bigint; places: number } {
  const dot = value.indexOf('.');
  if (dot < 0) return { digits: BigInt(value), places: 0 };
  return { digits: BigInt(value.slice(0, dot) + value.slice(dot + 1)), places: value.length - dot - 1 };
}

function join(digits: bigint, places: number): Value {
  if (digits < 0n) return negative(join(-digits, places));
  const padded = digits.toString().padStart(places + 1, '0');
  return decimal(padded.slice(0, padded.length - places), padded.slice(padded.length - places));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

// Loops, not /0+$/: that expression is quadratic on zeros that something else follows.
function stripStart(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start);
}

function stripEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
