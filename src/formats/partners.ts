/** What may be the start or the end of something with a name. */
interface Named {
  readonly kind: string;
  readonly name?: string | undefined;
}

/**
 * Which starts and ends of one name belong together: the index of the other half, -1 for what has none. Pairs never cross:
 * what is still open inside one that ends has no end. An end is of the kind `close`; `opens` tells what is a start.
 */
export function partnersOf<T extends Named>(all: readonly T[], opens: (one: T) => boolean): readonly number[] {
  const partners = all.map(() => -1);
  const open: number[] = [];
  const waiting = new Map<string, number>();
  for (const [at, one] of all.entries()) {
    const { name = '' } = one;
    if (opens(one)) {
      open.push(at);
      waiting.set(name, (waiting.get(name) ?? 0) + 1);
    } else if (one.kind === 'close' && (waiting.get(name) ?? 0) > 0) {
      const start = leaveUpTo(name, { all, open, waiting });
      partners[start] = at;
      partners[at] = start;
    }
  }
  return partners;
}

interface Open {
  readonly all: readonly Named[];
  readonly open: number[];
  /** How many of a name are open, so that an end without a start is not looked for. */
  readonly waiting: Map<string, number>;
}

/** The index of the last start of that name, which is open. */
function leaveUpTo(name: string, { all, open, waiting }: Open): number {
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { name: left = '' } = all[at] ?? {};
    waiting.set(left, (waiting.get(left) ?? 1) - 1);
    if (left === name) return at;
  }
  return -1;
}
