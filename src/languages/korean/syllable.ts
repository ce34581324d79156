/** Whether a UTF-16 unit is a syllable of Hangul, as nearly all Korean is written in. */
export function isSyllable(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}
