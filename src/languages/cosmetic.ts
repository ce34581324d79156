import { primaryLanguage } from '../language-tag.ts';
import type { Language, Range } from '../model.ts';
import { maskProtected } from './mask.ts';
import { blank } from './protected/blank.ts';

/** A text to be compared, and where its inline codes stand, in order: they count as they are written. */
export interface CosmeticText {
  readonly text: string;
  readonly codes: readonly Range[];
}

/**
 * A text without what is only its looks: white space, the kind of its quotation marks and dashes, capitals, and which of
 * its kind the final punctuation is (none, one or three dots; one or three exclamation marks). What no rule may look into
 * counts as it is written.
 */
export function cosmeticForm({ text, codes }: CosmeticText): string {
  let [out, from] = ['', 0];
  const masked = maskCodes({ text: maskProtected(text), codes });
  for (const { 0: kept, index } of masked.matchAll(/\uFFFC+/g)) {
    out += plainForm(text.slice(from, index)) + text.slice(index, index + kept.length);
    from = index + kept.length;
  }
  return (out + plainForm(text.slice(from))).replace(
    finalMarks,
    (marks) => (/[?!]/.exec(marks)?.[0] ?? '') + closing(marks),
  );
}

/** Whether two texts differ in their looks alone. German capitals that change who is meant (Sie, Ihr) are more than that. */
export function isCosmetic(old: CosmeticText, next: CosmeticText, language: Language): boolean {
  if (cosmeticForm(old) !== cosmeticForm(next)) return false;
  return primaryLanguage(language) !== 'de' || addressed(old.text) === addressed(next.text);
}

function maskCodes({ text, codes }: CosmeticText): string {
  let out = text;
  for (const { start, end } of codes) out = out.slice(0, start) + blank(out.slice(start, end)) + out.slice(end);
  return out;
}

function plainForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[„“”«»"]/g, '"')
    .replace(/[‚‘’‹›'`´]/g, "'")
    .replace(/[‐‑‒–—―−-]/g, '-')
    .replace(/…/g, '...')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** What ends a text, with the quotation marks and brackets around it. */
const finalMarks = /[.?!"')\]]{1,12}$/;

const closing = (marks: string): string => marks.replace(/[.?!]/g, '');

/** Words for the people addressed, as they are written inside of sentences: they, or you. */
function addressed(text: string): string {
  return text.match(/(?<=[^\s.?!:…„“"»«‚'(–-]\s)[SsIi](?:ie|hnen|hre?[mnrs]?)(?![\p{L}\p{N}])/gu)?.join(' ') ?? '';
}
