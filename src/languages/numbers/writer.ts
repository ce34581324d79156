import type { Language } from '../../model.ts';
import type { CalendarDate, ClockTime, Decade } from './quantity.ts';

/** What a quantity does not say of itself. */
export interface Hints {
  /** `2.5%`, `2.5 percent` or `2.5 percentage points`; the sign where nothing is said. */
  readonly share?: 'sign' | 'word' | 'points' | undefined;
  /** Put before the figures in English: `$`. */
  readonly money?: string | undefined;
}

/** How a language writes quantities where nothing asks for another style; `undefined` where it has no safe way. */
export interface Writer {
  /** A value that is a decimal. */
  number(value: string): string;
  percent(figures: string, share: NonNullable<Hints['share']>): string;
  ordinal(value: string): string;
  century(value: string): string;
  fraction(above: bigint, below: bigint): string;
  date(date: CalendarDate, language: Language): string | undefined;
  decade(decade: Decade): string;
  time(time: ClockTime): string;
  readonly rangeMark: string;
  readonly moneyFirst: boolean;
}
