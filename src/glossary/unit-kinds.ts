/** What a UTF-16 unit is for the search of words, as bits: looking it up costs less than a regular expression. */
export const unitKind = {
  /** A letter, mark, digit or `_`. */
  part: 1,
  lower: 2,
  /** A letter that is spelled in two ways: ö = oe, ß = ss. */
  twofold: 4,
  /** A part that Unicode may spell otherwise. */
  odd: 8,
  /** What only the pattern of a word can tell: default ignorable code points, and all from U+2100 on. */
  unsure: 16,
} as const;

export const unitKinds: Uint8Array = createTable();

/** 0 where the text ends. */
export function kindAt(text: string, at: number): number {
  return at < text.length ? unitKinds[text.charCodeAt(at)]! : 0;
}

function createTable(): Uint8Array {
  const { part, lower, twofold, odd, unsure } = unitKind;
  const units = String.fromCharCode(...Array(0x2100).keys());
  const table = new Uint8Array(0x10000).fill(unsure, units.length);
  const mark = (pattern: RegExp, kind: number) => {
    for (const { index } of units.matchAll(pattern)) table[index]! |= kind;
  };
  mark(/[\p{L}\p{M}\p{N}_]/gu, part);
  mark(/(?![ß\u0100-\uFFFF])\p{Ll}/gu, lower);
  mark(/[äöüÄÖÜß]/gu, twofold);
  mark(/(?=[\u0100-\uFFFF])[\p{L}\p{M}\p{N}]/gu, odd);
  mark(/\p{DI}/gu, unsure);
  return table;
}
