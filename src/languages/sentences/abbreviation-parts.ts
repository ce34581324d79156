import { characterKind, isBlank } from './characters.ts';

/** How the lexicon has an abbreviation that a person wrote: `Abk.`, `i. S. v.`; `undefined` where that is none. */
export function abbreviationKey(written: string): string | undefined {
  if (severalParts.test(written)) return written.replace(/[\s-]/g, '').toLowerCase();
  return onePart.test(written) ? written.slice(0, -1) : undefined;
}

const severalParts = /^\p{L}{1,10}\.(?:[\s-]?\p{L}{1,10}\.){1,4}$/u;
const onePart = /^\p{L}[\p{L}\d/&-]{0,38}\.$/u;
const mostParts = 5;
const longestPart = 10;

/** Where a full stop stands in a sentence. */
interface Stop {
  readonly text: string;
  readonly start: number;
  readonly stop: number;
}

/** The runs of short parts that end at a full stop, shorter ones first: `r.`, `d.r.`, `i.d.r.` */
export function endingParts({ text, start, stop }: Stop): readonly string[] {
  const runs: string[] = [];
  for (let dot = stop; runs.length < mostParts && dot >= start && text[dot] === '.'; ) {
    const from = partStart(text, dot);
    if (from === dot) break;
    runs.push(`${text.slice(from, dot).toLowerCase()}.${runs.at(-1) ?? ''}`);
    dot = isJoint(text, from - 1) ? from - 2 : from - 1;
  }
  return runs;
}

/** The runs of short parts that start behind it: `s.`, `s.v.` */
export function followingParts({ text, stop }: Stop): readonly string[] {
  const runs: string[] = [];
  for (let dot = stop; runs.length < mostParts; ) {
    const from = isJoint(text, dot + 1) ? dot + 2 : dot + 1;
    const end = partEnd(text, from);
    if (end === from || text[end] !== '.') break;
    runs.push(`${runs.at(-1) ?? ''}${text.slice(from, end).toLowerCase()}.`);
    dot = end;
  }
  return runs;
}

/** What may stand between two parts. */
function isJoint(text: string, at: number): boolean {
  return text[at] === '-' || isBlank(text.charCodeAt(at));
}

/** Where the letters before `dot` start; `dot` itself where they are none or too many. */
function partStart(text: string, dot: number): number {
  let at = dot;
  while (at > 0 && dot - at <= longestPart && isCased(text, at - 1)) at -= 1;
  return dot - at > longestPart ? dot : at;
}

function partEnd(text: string, from: number): number {
  let at = from;
  while (at - from <= longestPart && isCased(text, at)) at += 1;
  return at - from > longestPart ? from : at;
}

function isCased(text: string, at: number): boolean {
  const kind = characterKind(text, at);
  return kind === 'lower' || kind === 'upper';
}
