import type { Piece, Range } from '../../model.ts';
import { type CueSyntax, gapsIn, isBlank } from './boundary.ts';

/**
 * A sentence runs over the lines of a cue and over cues: what parts them reads as a blank, with the tags that end at it and
 * begin again behind it: `<i>Ein langer</i>` … `<i>Satz.</i>` is `<i>Ein langer Satz.</i>`.
 */
export function cueFolds(raw: string, syntax: CueSyntax): readonly Piece[] {
  let floor = 0;
  return gapsIn(raw, syntax).map((gap) => {
    const fold = { ...withTags(raw, gap, floor), text: ' ' };
    floor = fold.end;
    return fold;
  });
}

function withTags(raw: string, { start, end }: Range, floor: number): Range {
  let whole = { start, end };
  for (;;) {
    const wider = withTag(raw, whole, floor);
    if (wider === undefined) return whole;
    whole = withBlanks(raw, wider, floor);
  }
}

function withTag(raw: string, { start, end }: Range, floor: number): Range | undefined {
  if (raw[start - 1] !== '>' || raw[end] !== '<') return undefined;
  const from = raw.lastIndexOf('</', start);
  const name = from < floor ? '' : raw.slice(from + 2, start - 1);
  if (!/^[a-z]+$/i.test(name) || !raw.startsWith(name, end + 1) || !/[ >.]/.test(raw.charAt(end + 1 + name.length)))
    return undefined;
  opening.lastIndex = end;
  return opening.test(raw) ? { start: from, end: opening.lastIndex } : undefined;
}

function withBlanks(raw: string, { start, end }: Range, floor: number): Range {
  let [from, to] = [start, end];
  while (from > floor && isBlank(raw[from - 1])) from -= 1;
  while (isBlank(raw[to])) to += 1;
  return { start: from, end: to };
}

const opening = /<[^<>\r\n]*>/y;
