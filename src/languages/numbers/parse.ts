import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import { sign, signsIn } from '../signs.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { fold } from './fold.ts';
import { korean } from './ko.ts';
import type { Quantity } from './quantity.ts';
import { type Grammar, scannerOf } from './scanner.ts';
import { joinSpans } from './spans.ts';

const readers: Readonly<Record<string, Reader>> = { de: readerOf(german), en: readerOf(english), ko: readerOf(korean) };

/** Whether the quantities of a language can be read: `de`, `en` and `ko`, with any region (`de-CH`). */
export function readsNumbers(language: Language): boolean {
  return readerFor(language) !== undefined;
}

/**
 * The quantities that a text writes in figures, in text order. They do not overlap, but the times of one expression share its
 * range (`18 bis 20 Uhr`). None for a language that is not known.
 */
export function parseQuantities(text: string, language: Language): readonly Quantity[] {
  const read = readerFor(language);
  return read === undefined || !mayHaveQuantity(text) ? [] : read(fold(text));
}

/** A figure, or what a month's name begins with: without one no rule of any language applies. Most sentences are done here. */
function mayHaveQuantity(text: string): boolean {
  return (signsIn(text) & (sign.digit | sign.figure)) !== 0 || (monthlike.test(text) && month.test(text));
}

/** Simple, and looked for first: the other one takes four times as long. */
const monthlike = /[JFMASOND][aäeuipkcor][nlbriygptvzc]/;
const month = /J(?:[aä]n|u[nl])|Feb|M(?:[aä]r|a[iy]|rz)|A(?:pr|ug)|Sep|O[ck]t|Nov|De[cz]/;

type Reader = (folded: string) => readonly Quantity[];

function readerOf({ rules, joints }: Grammar): Reader {
  const scan = scannerOf(rules);
  return (folded) => joinSpans(folded, scan(folded), joints);
}

function readerFor(language: Language): Reader | undefined {
  return readers[language] ?? readers[primaryLanguage(language)];
}
