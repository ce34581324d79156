import type { Value } from './quantity.ts';
import { dividedBy, type Marks, writeDecimal } from './written.ts';

/** What a scale word multiplies by, and its forms after one and after more. */
export type ScaleWord = readonly [factor: bigint, one: string, more: string];

/** `20000000000` → `20 billion`; figures alone where they are short, or where the word would need many decimals. */
export function writeScaled(value: Value, marks: Marks, words: readonly ScaleWord[]): string {
  const word = words.find(([factor]) => integerOf(value) >= factor);
  const quotient = word && dividedBy(value, word[0]);
  if (quotient === undefined || (quotient.split('.')[1] ?? '').length > mostPlaces) return writeDecimal(value, marks);
  return `${writeDecimal(quotient, marks)} ${quotient === '1' ? word![1] : word![2]}`;
}

/** `1.25 million` is read at a glance, `1.2345 million` is not. */
const mostPlaces = 2;

function integerOf(value: Value): bigint {
  return BigInt(value.split('.')[0]!);
}
