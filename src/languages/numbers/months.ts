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

/** A reader of names that `monthPattern` matched, which are few and come again: 1 to 12. */
export function monthNumbers({ full, short }: MonthNames): (name: string) => number {
  const [long, brief] = [full, short].map((list) => list.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u')));
  const indexIn = (list: readonly RegExp[], name: string): number => list.findIndex((pattern) => pattern.test(name));
  const known = new Map<string, number>();
  return (name) => {
    const number = known.get(name) ?? Math.max(indexIn(long!, name), indexIn(brief!, name)) + 1;
    known.set(name, number);
    return number;
  };
}
