/** What stands before or behind a figure in every match of a rule: one of these characters, perhaps apart by a blank or hyphen. */
export interface Beside {
  readonly before?: string;
  readonly after?: string;
}

/** Says in one pass over a text which of the wanted characters its figures have beside them: the bit of a place in the list. */
export function besideReader(wanted: readonly Beside[]): (text: string) => number {
  const before = bitsOf(wanted.map((one) => one.before));
  const after = bitsOf(wanted.map((one) => one.after));
  return (text) => {
    let seen = 0;
    let wasFigure = false;
    for (let at = 0; at < text.length; at++) {
      const isOne = isFigure(text.charCodeAt(at));
      if (isOne && !wasFigure) seen |= bitsAt(before, text, { at: at - 1, step: -1 });
      else if (wasFigure && !isOne) seen |= bitsAt(after, text, { at, step: 1 });
      wasFigure = isOne;
    }
    return seen;
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

/** 0 to 9, and the ₂ to ₄ of formulas. */
function isFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x2082 && code <= 0x2084);
}
