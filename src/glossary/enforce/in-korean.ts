import { pairOf, particle } from '../../languages/korean/particle.ts';
import type { Piece } from '../../model.ts';
import { isEnding } from '../target/korean-occurrences.ts';
import type { Standing } from './standing-forms.ts';

/**
 * A wrong form replaced in a Korean text, with the right particle behind it; absent where it may be part of another word.
 * A German genitive before a noun becomes 의. `text` is the masked target.
 */
export function replaceInKorean(
  { start, end, form, wanted }: Standing,
  text: string,
  target: string,
): Piece | undefined {
  const after = text.slice(end, end + farthest);
  const isBare = /^\s+[“‘*_]{0,2}[가-힣]/u.test(after);
  if (/[가-힣\p{N}\p{L}‐‑-]$/u.test(text.slice(0, start).slice(-1)) || /^[-‐‑]/u.test(after)) return undefined;
  if (form.role !== 'word' && form.role !== 'genitive' && !isBare) return undefined;
  if (form.role === 'genitive' && isBare) return { start, end, text: `${wanted.preferred}의` };
  const [, marks = '', tail = ''] = attached.exec(after) ?? [];
  const tailStart = end + marks.length;
  if (tail === '') return { start, end, text: wanted.preferred };
  const right = agreeing(tail, form.text, wanted);
  if (right === undefined) return undefined;
  if (right === tail) return { start, end, text: wanted.preferred };
  return { start, end: tailStart + tail.length, text: wanted.preferred + target.slice(end, tailStart) + right };
}

/** In UTF-16 units. */
const farthest = 80;

/** Closing marks, an explanation in brackets, and what follows them without a blank. */
const attached = /^((?:\([^()]{0,60}\)|[*_~"'”’»」』》〉>\])}]){0,4})([가-힣]+)/u;

type Wanted = Standing['wanted'];

/** The tail of a word with the particle that the preferred form asks for; absent where the tail may be no particle. */
function agreeing(tail: string, form: string, { preferred, reading }: Wanted): string | undefined {
  const isHangul = /[가-힣]$/u.test(form);
  const length = particleLength(tail);
  const pair = pairOf(tail.slice(0, length));
  if (pair === undefined) return isEnding(tail) || !isHangul ? tail : undefined;
  const written = tail.slice(0, length);
  if (isHangul && !unmistakable.test(written)) return undefined;
  const [right = written, ...others] = particle(preferred, pair, reading);
  return others.includes(written) ? tail : right + tail.slice(length);
}

/** Behind Hangul, 고, 나 or 지 may be a syllable of the word. */
const unmistakable = /^(?:[은는이가을를과와로]|.{2,})$/u;

/** Of the longest particle that the tail begins with, where the rest is an ending too. */
function particleLength(tail: string): number {
  for (let length = Math.min(tail.length, 6); length > 0; length -= 1) {
    const isParticle = pairOf(tail.slice(0, length)) !== undefined;
    if (isParticle && (length === tail.length || isEnding(tail.slice(length)))) return length;
  }
  return 0;
}
