import { anyCharacter, newline, wordCharacter } from './character-set.ts';
import { character, choice, optional, type Pattern, sees, seesNo, sequence } from './pattern.ts';

const any = character(anyCharacter);
const word = character(wordCharacter);
export const lineBreak = choice(
  sequence(
    character((code) => code === 0xd),
    character((code) => code === 0xa),
  ),
  character(newline),
);
/** Before the first and behind the last sign of the text. */
export const textStart = seesNo('behind', any);
export const textEnd = seesNo('ahead', any);
export const lineStart = choice(textStart, sees('behind', character(newline)));
export const lineEnd = choice(textEnd, sees('ahead', character(newline)));
/** The end, or before its last line break. */
export const lastLineEnd = sees('ahead', sequence(optional(lineBreak), textEnd));

/** By the letter of their escapes. */
export const edges: Readonly<Record<string, Pattern>> = {
  A: textStart,
  Z: lastLineEnd,
  z: textEnd,
  b: choice(
    sequence(sees('behind', word), seesNo('ahead', word)),
    sequence(seesNo('behind', word), sees('ahead', word)),
  ),
  B: choice(
    sequence(sees('behind', word), sees('ahead', word)),
    sequence(seesNo('behind', word), seesNo('ahead', word)),
  ),
};
