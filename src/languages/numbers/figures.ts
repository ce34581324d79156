/** What stands before or behind a figure in every match of a rule: one of these characters, perhaps apart by a blank or hyphen. */
export interface Beside {
  readonly before?: string;
  readonly after?: string;
}

export interface Figures {
  /** Which of the wanted characters stand beside one: a bit for each place in their list. */
  readonly beside: number;
  /** Where the first and the last stand; without any, no place is between them. */
  readonly first: number;
  readonly last: number;
}

/** Looks for the figures of a text in one pass. */
export function figureReader(wanted: readonly Beside[]): (text: string) => Figures {
  const before = bitsOf(wanted.map((one) => one.before));
  const after = bitsOf(wanted.map((one) => one.after));
  return (text) => {
    let [seen, first, last] = [0, text.length, -1];
    for (let at = 0; at < text.length; at++) {
      const isOne = isFigure(text.charCodeAt(at));
      const isBehindOne = last === at - 1 && at > 0;
      if (isBehindOne && !isOne) seen |= bitsAt(after, text, { at, step: 1 });
      if (!isOne) continue;
      if (!isBehindOne) seen |= bitsAt(before, text, { at: at - 1, step: -1 });
      first = Math.min(first, at);
      last = at;
    }
    return { beside: seen, first, last };
  };
}

type Bits = ReadonlyMap<number, number>;

function bitsOf(sets: readonly (string | undefined)[]): Bits {
  const bits = new Map<number, number>();
  for (const [index, set = ''] of sets.entries())
    for (const char of set) bits.set(char.charCodeAt(0), (bits.get(char.charCodeAt(0)) ?? 0) | (1 << index));
  return bits;
}

function bitsAt(bits: Bits, text: string, { at, step }: { readonly at: number; readonly step: 1 | -1 }): number {
  const next = text.charCodeAt(at);
  const found = bits.get(next) ?? 0;
  return next === blank || next === hyphen ? found | (bits.get(text.charCodeAt(at + step)) ?? 0) : found;
}

const [blank, hyphen] = [0x20, 0x2d];

/** 0 to 9, fractions, and the ₂ to ₄ of formulas. */
function isFigure(code: number): boolean {
  if (code < 0xbc) return code >= 0x30 && code <= 0x39;
  return code <= 0xbe || (code >= 0x2150 && code <= 0x215e) || (code >= 0x2082 && code <= 0x2084);
}
