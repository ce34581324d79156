import { endingParts } from './abbreviation-parts.ts';
import type { AbbreviationKind, Lexicon } from './lexicon.ts';

/** A token and the full stop behind it. */
interface Stopped {
  readonly text: string;
  /** Where its sentence starts. */
  readonly start: number;
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

/** `Str` of `Hermann-Löns-Str`, `Std` of `km/Std`. */
function lastPart(word: string): string {
  let at = word.length;
  while (at > 0 && !joints.includes(word[at - 1]!)) at -= 1;
  return word.slice(at);
}

const joints = '-–/';

/** `z. B.`, `z.B.`, `i. d. R.`: the longest known run of parts counts. */
function partsKind(stopped: Stopped, abbreviations: Lexicon['abbreviations']): AbbreviationKind | undefined {
  let kind: AbbreviationKind | undefined;
  for (const parts of endingParts(stopped).slice(1)) kind = abbreviations.get(parts) ?? kind;
  return kind;
}

/** Hptm., Bgmstr.: two and more letters without a vowel. */
const consonants = /^[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]+$/;
