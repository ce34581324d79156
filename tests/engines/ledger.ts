/** Segments that were billed again, by what had become of them before. */
export interface BilledAgain {
  /** A whole answer had been delivered. */
  readonly afterDelivered: number;
  /** An earlier answer was still under way. */
  readonly inFlight: number;
  /** Twice in one request. */
  readonly withinRequest: number;
  /** The answer never came. */
  readonly afterLost: number;
  /** An answer came that was no good. */
  readonly afterDamaged: number;
}

type Fate = 'afterDelivered' | 'afterDamaged' | 'afterLost';

export interface Ledger {
  bill(target: string, texts: readonly string[]): { settle(fate: Fate): void };
  billedAgain(): BilledAgain;
}

/** Files every segment that is billed, as the paying side would see it. */
export function openLedger(): Ledger {
  const fates = new Map<string, { fate: Fate | 'inFlight'; readonly request: object }>();
  const again = { afterDelivered: 0, inFlight: 0, withinRequest: 0, afterLost: 0, afterDamaged: 0 };
  return {
    bill(target, texts) {
      const request = {};
      const entries = texts.map((text) => {
        const segment = JSON.stringify([target, text]);
        const before = fates.get(segment);
        if (before) again[before.request === request ? 'withinRequest' : before.fate] += 1;
        const entry = { fate: 'inFlight' as Fate | 'inFlight', request };
        fates.set(segment, entry);
        return entry;
      });
      return {
        settle(fate) {
          for (const entry of entries) entry.fate = fate;
        },
      };
    },
    billedAgain: () => ({ ...again }),
  };
}
