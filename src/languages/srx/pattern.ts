import type { CharacterSet } from './character-set.ts';

/**
 * A regular expression of ICU that is a regular language: what it matches does not depend on what it matched before, so
 * that all its ways through a text can be walked at once.
 */
export type Pattern =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  /** `most`: Infinity where nothing limits it. */
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number }
  | Look;

/** Takes no text: what stands ahead of or behind a place. */
export interface Look {
  readonly kind: 'look';
  readonly part: Pattern;
  readonly direction: Direction;
  /** Whether the part is to match there. */
  readonly expects: boolean;
}

export type Direction = 'ahead' | 'behind';

export const character = (set: CharacterSet): Pattern => ({ kind: 'character', set });

export const sequence = (...parts: readonly Pattern[]): Pattern => ({ kind: 'sequence', parts });

export const choice = (...options: readonly Pattern[]): Pattern => ({ kind: 'choice', options });

export const optional = (part: Pattern): Pattern => ({ kind: 'repeat', part, least: 0, most: 1 });

export const sees = (direction: Direction, part: Pattern): Pattern => ({
  kind: 'look',
  part,
  direction,
  expects: true,
});

export const seesNo = (direction: Direction, part: Pattern): Pattern => ({
  kind: 'look',
  part,
  direction,
  expects: false,
});
