import { characterKind, isBlank } from './characters.ts';
import type { AbbreviationKind, Lexicon } from './lexicon.ts';

/** A token and the full stop behind it. */
interface Stopped {
  readonly text: string;
  readonly stop: number;
  readonly word: string;
  /** It is the first of its sentence, where `vgl.` has a capital. */
  readonly first: boolean;
}

/** The kind of the abbreviation that the full stop belongs to. */
export function abbreviationKind(stopped: Stopped, lexicon: Lexicon): AbbreviationKind | undefined {
  if (stopped.word === '') return undefined;
  const { abbreviations, compounds } = lexicon;
  const word = lastPart(stopped.word);
  return (
    partsKind(stopped, abbreviations) ??
    abbreviations.get(stopped.word) ??
    abbreviations.get(word) ??
    (stopped.first ? abbreviations.get(word.slice(0, 1).toLowerCase() + word.slice(1)) : undefined) ??
    (compounds?.test(word) || consonants.test(word) ? 'maybe-final' : undefined)
  );
}

/** How the lexicon has an abbreviation that a person wrote: `Abk.`, `i. S. v.`; `undefined` where that is none. */
export function abbreviationKey(written: string): string | undefined {
  if (severalParts.test(written)) return written.replace(/[\s-]/g, '').toLowerCase();
  return onePart.test(written) ? written.slice(0, -1) : undefined;
}

const severalParts = /^\p{L}{1,10}\.(?:[\s-]?\p{L}{1,10}\.){1,4}$/u;
const onePart = /^\p{L}[\p{L}\d/&-]{0,38}\.$/u;
const mostParts = 5;
const longestPart = 10;

/** `Str` of `Hermann-Löns-Str`, `Std` of `km/Std`. */
function lastPart(word: string): string {
  let at = word.length;
  while (at > 0 && !joints.includes(word[at - 1]!)) at -= 1;
  return word.slice(at);
}

const joints = '-–/';

/** `z. B.`, `z.B.`, `i. d. R.`, `J.-C.`: short parts; the longest known run counts. */
function partsKind({ text, stop }: Stopped, abbreviations: Lexicon['abbreviations']): AbbreviationKind | undefined {
  let key = '';
  let kind: AbbreviationKind | undefined;
  let dot = stop;
  for (let parts = 1; parts <= mostParts; parts++) {
    const from = partStart(text, dot);
    const before = joints.includes(text[from - 1] ?? ' ') || isBlank(text.charCodeAt(from - 1)) ? from - 2 : from - 1;
    const isLast = text[before] !== '.';
    if (from === dot || (isLast && parts === 1)) break;
    key = `${text.slice(from, dot).toLowerCase()}.${key}`;
    if (parts > 1) kind = abbreviations.get(key) ?? kind;
    if (isLast) break;
    dot = before;
  }
  return kind;
}

/** Where the letters before `dot` start; `dot` itself where they are none or too many. */
function partStart(text: string, dot: number): number {
  let at = dot;
  while (at > 0 && dot - at <= longestPart && isCased(text, at - 1)) at -= 1;
  return dot - at > longestPart ? dot : at;
}

function isCased(text: string, at: number): boolean {
  const kind = characterKind(text, at);
  return kind === 'lower' || kind === 'upper';
}

/** Hptm., Bgmstr.: two and more letters without a vowel. */
const consonants = /^[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]+$/;
