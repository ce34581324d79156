import { isSyllable } from '../../languages/korean/syllable.ts';

/** Whether a UTF-16 unit is Hangul: nearly always a syllable, else a letter. */
export function isHangul(unit: number): boolean {
  return isSyllable(unit) || (unit >= 0x1100 && /\p{Script=Hangul}/u.test(String.fromCharCode(unit)));
}
