/** A text and where signs stand in it. */
export interface Source {
  readonly text: string;
  /**
   * `indexOf`, infinite where there is none. Positions only grow: what was found is kept, so that no stretch of the text
   * is searched twice, however many `<!--` without an end it has.
   */
  find(needle: string, from: number): number;
}

export function sourceOf(text: string): Source {
  const found = new Map<string, number>();
  return {
    text,
    find(needle, from) {
      const known = found.get(needle) ?? -1;
      if (known >= from) return known;
      const at = text.indexOf(needle, from);
      const next = at < 0 ? Number.POSITIVE_INFINITY : at;
      found.set(needle, next);
      return next;
    },
  };
}
