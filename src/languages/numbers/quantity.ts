import type { Range } from '../../model.ts';

/**
 * An exact value: a decimal without exponent and without idle zeros (`12500`, `-2.5`), or, where no decimal is exact,
 * a reduced fraction (`1/3`). Equal values are equal strings.
 */
export type Value = string;

/** What a text says in figures. Ranges are UTF-16 offsets into the parsed text. */
export type Quantity = Amount | Span | Code | CalendarDate | Decade | ClockTime;

/** `12.500`, `20 Milliarden`, `3억5000만`, `2,5 %`, `3rd`, `½`, `20세기`. The range covers scale words, signs and suffixes. */
export interface Amount extends Range {
  readonly kind: 'number' | 'ordinal' | 'percent' | 'fraction' | 'century';
  readonly value: Value;
  /** The first digits of it: `20` in `20 Milliarden`. */
  readonly numeral: Range;
  /** What its scale words multiply by: 1000000000 for `Milliarden`. */
  readonly scale?: Value | undefined;
  /** Other values that the same words may have: 20,000,000 for the 20 of `20 bis 30 Millionen`. */
  readonly readings?: readonly Value[] | undefined;
  /** Its value by the other convention of marks: 10000 for `10.000` in English. */
  readonly foreign?: Foreign | undefined;
}

export interface Foreign {
  readonly value: Value;
  /** The language itself gives the numeral no value (English `2,5`): `Amount.value` is the foreign one. */
  readonly only: boolean;
}

/** `10–12`, `12.–14.`, `2~3만`, `2015/16`. */
export interface Span extends Range {
  readonly kind: 'range';
  readonly from: Amount;
  readonly to: Amount;
}

/** `F-16` → `F16`; `1.2.3` and `192.168.0.1` as written; telephone numbers as digits. */
export interface Code extends Range {
  readonly kind: 'code' | 'version';
  readonly code: string;
}

/** `3.–5. Mai 2023`, `01.07.2025`, `2024년 6월`. A year of two digits stays one. */
export interface CalendarDate extends Range {
  readonly kind: 'date';
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly year?: number | undefined;
  /** `01/07/2025`: day and month may stand the other way round. */
  readonly swappable?: boolean | undefined;
}

/** `1990er-Jahre` → 1990, `90s` → 90. */
export interface Decade extends Range {
  readonly kind: 'decade';
  readonly decade: number;
}

/** `18.30 Uhr`, `6:30 p.m.`, `오후 6시 30분`. */
export interface ClockTime extends Range {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly half?: 'am' | 'pm' | undefined;
}

/** A word that says a number without figures: `zwölf`, `both`, `석` (달). It may excuse a value that only one side has. */
export interface NumberWord extends Range {
  readonly kind: 'number' | 'day' | 'month' | 'decade' | 'time';
  /** A `Value`; of a time `18:30`. */
  readonly value: string;
}
