import { withArticle } from '../../languages/english/with-article.ts';
import type { Piece } from '../../model.ts';
import type { Standing } from './standing-forms.ts';

/**
 * A wrong form replaced in an English text, with the article a or an before it; absent where the sentence might not stay
 * English. A German genitive becomes a possessive before a noun: Pjöngjangs Regierung, Pyongyang's Regierung.
 */
export function replaceInEnglish({ start, end, form, wanted }: Standing, text: string): Piece | undefined {
  const before = text.slice(Math.max(0, start - farthest), start);
  const after = text.slice(end, end + farthest);
  const { preferred } = wanted;
  if (isPartOfCompound(before, after) || !keepsNumber(form.text, preferred)) return undefined;
  if (form.role !== 'word' && !nounFollows.test(after)) return undefined;
  if (form.role === 'genitive' && /\bof\s+$/i.test(before)) return undefined;
  if (!takesArticle(form.text, preferred, before)) return undefined;
  const word = startsSentence(before) ? preferred.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : preferred;
  const possessed = form.role === 'genitive' ? word + possessive(word, text) : word;
  return withArticle({ start, end, text: possessed }, before);
}

/** In UTF-16 units. */
const farthest = 60;

function isPartOfCompound(before: string, after: string): boolean {
  return /[\p{L}\p{N}][-‐‑]$/u.test(before) || /^[-‐‑][\p{L}\p{N}]/u.test(after);
}

/** Two troopers are no soldier. Names end as they like. */
function keepsNumber(form: string, preferred: string): boolean {
  return /^\p{Lu}/u.test(form) || /s$/.test(form) === /s$/.test(preferred);
}

/** What can only be the verb or the next part of the sentence is no noun. */
const nounFollows =
  /^\s+["“‘*_]{0,2}(?!(?:and|or|but|is|was|are|were|has|had|have|will|would|can|could|may|to|in|on|of|at|by|for|from|with|that|which|who|as|said|says)(?!\p{L}))\p{L}/u;

/** An acronym and a name differ in their article: the DPRK, North Korea. One that begins with an article needs no other. */
function takesArticle(form: string, preferred: string, before: string): boolean {
  const article = /(?<![\p{L}\p{N}])(the|an?)\s+["“‘*_]{0,2}$/iu.exec(before)?.[1]?.toLowerCase();
  if (article !== undefined && /^the\s/iu.test(preferred)) return false;
  return isAcronym(form) === isAcronym(preferred) || isAcronym(form) === (article !== 'the');
}

const isAcronym = (form: string): boolean => /^[\p{Lu}\p{N}.&-]{2,}$/u.test(form);

/** At the start of the text or after the end of a sentence, behind marks that open. */
function startsSentence(before: string): boolean {
  return /(?:^|[.!?…:]["”’)\]*_]{0,3}\s+)["“‘(*_[\s]*$/u.test(before) && !/\p{N}\.\s+$/u.test(before);
}

function possessive(word: string, text: string): string {
  const apostrophe = text.includes('’') ? '’' : "'";
  return word.endsWith('s') ? apostrophe : `${apostrophe}s`;
}
