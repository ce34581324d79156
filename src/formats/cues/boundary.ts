import type { Range } from '../../model.ts';

/** What parts the texts of two cues: numbers (SRT) or names (WebVTT) and times, with the line ends around them. */
export interface CueSyntax {
  readonly id: 'srt' | 'vtt';
  /** From the end of a text up to where the next may begin; sticky. */
  readonly boundary: RegExp;
}

const lineEnd = String.raw`(?:\r\n|\r|\n)`;
const time = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}`;

/** `00:00:01,000 --> 00:00:02,500`, with settings behind; WebVTT may leave the hours out. */
const timing = String.raw`[ \t]*${time}[ \t]*-->[ \t]*${time}(?:[ \t][^\r\n]*)?`;
export const timingLine = new RegExp(`^${timing}$`);

export const srtSyntax: CueSyntax = {
  id: 'srt',
  boundary: new RegExp(String.raw`(?:[ \t]*${lineEnd})+(?:[ \t]*\d+[ \t]*${lineEnd})?${timing}(?:${lineEnd}|$)`, 'y'),
};

/** A name has an empty line before it. */
export const vttSyntax: CueSyntax = {
  id: 'vtt',
  boundary: new RegExp(
    String.raw`(?:(?:[ \t]*${lineEnd}){2,}(?![^\r\n]*-->)[^\r\n]+${lineEnd}|(?:[ \t]*${lineEnd})+)${timing}(?:${lineEnd}|$)`,
    'y',
  ),
};

/** Line breaks with the blanks around them, and boundaries of cues. */
export interface Gap extends Range {
  readonly boundaries: readonly Range[];
}

/** The gaps of a text that may run over several cues. */
export function gapsIn(raw: string, { boundary }: CueSyntax): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { index } of raw.matchAll(/[\r\n]/g)) {
    const floor = gaps.at(-1)?.end ?? 0;
    if (index < floor) continue;
    let start = index;
    while (start > floor && isBlank(raw[start - 1])) start -= 1;
    gaps.push(gapAt(raw, start, boundary));
  }
  return gaps;
}

function gapAt(raw: string, start: number, boundary: RegExp): Gap {
  const boundaries: Range[] = [];
  let end = start;
  for (boundary.lastIndex = end; boundary.test(raw); boundary.lastIndex = end) {
    boundaries.push({ start: end, end: boundary.lastIndex });
    end = boundary.lastIndex;
  }
  while (isBlank(raw[end]) || raw[end] === '\n' || raw[end] === '\r') end += 1;
  return { start, end, boundaries };
}

/** Of a line. */
export const isBlank = (sign: string | undefined): boolean => sign === ' ' || sign === '\t';
