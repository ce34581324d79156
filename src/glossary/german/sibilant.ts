/** Tass, Prinz, Leibniz, Marx, Alice: such names take an apostrophe and no further -s (Duden K 16). */
export function endsInSibilant(name: string): boolean {
  return /(?:[sßzx]|ce)$/iu.test(name);
}
