/** Patterns for the names of the months, January first, without groups. */
export interface MonthNames {
  readonly full: readonly string[];
  /** Abbreviations; they count only beside a day or a year. */
  readonly short: readonly string[];
}

/** Matches any of the names as a whole word: group `full` or `short`. */
export function monthPattern({ full, short }: MonthNames): string {
  return String.raw`(?<!\p{L})(?:(?<full>${full.join('|')})(?!\p{L})|(?<short>${short.join('|')})(?!\p{L})\.?)`;
}

/** 1 to 12; 0 for no month. */
export function monthNumber(name: string, { full, short }: MonthNames): number {
  const named = (pattern: string): boolean => new RegExp(`^(?:${pattern})$`, 'u').test(name);
  return Math.max(full.findIndex(named), short.findIndex(named)) + 1;
}
