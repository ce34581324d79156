/** Numbers from 0 up to 1, always the same ones. */
export type Dice = () => number;

/** Marsaglia's xorshift with 32 bits. */
export function createDice(seed: number): Dice {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export function pick<Thing>(things: readonly Thing[], dice: Dice): Thing {
  return things[Math.floor(dice() * things.length)]!;
}
