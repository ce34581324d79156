import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Pair, Range } from '../model.ts';
import { lately } from '../once.ts';

type QuoteKind = 'double' | 'single';
type QuoteRole = 'opener' | 'closer';

/** A quotation mark, curly, angled or straight; what is an apostrophe for certain is none. */
export interface QuoteMark extends Range {
  readonly text: string;
  readonly kind: QuoteKind;
  /** What it is used as, whatever it looks like; absent where the text does not say. */
  readonly role?: QuoteRole | undefined;
  /** Its other half stands in the same text. */
  readonly paired: boolean;
}

/**
 * The quotation marks of a masked text, in order, in linear time.
 *
 * What a mark is used as is read from its neighbours (an opener has a blank or a bracket before it, a closer after it)
 * and, where both or none say so, as before a Korean particle, from what is still open.
 */
export function findQuoteMarks(masked: string): readonly QuoteMark[] {
  const open: Record<QuoteKind, number[]> = { double: [], single: [] };
  const paired = new Set<number>();
  const marks = candidates(masked).map((candidate) => {
    const { start, text } = candidate;
    const kind: QuoteKind = '„“”"«»'.includes(text) ? 'double' : 'single';
    const role = roleOf(candidate, open[kind].length > 0);
    if (role === 'opener') open[kind].push(start);
    const partner = role === 'closer' ? open[kind].pop() : undefined;
    if (partner !== undefined) paired.add(partner).add(start);
    return { start, end: start + 1, text, kind, role };
  });
  return marks.map((mark) => ({ ...mark, paired: paired.has(mark.start) }));
}

const none: readonly QuoteMark[] = [];

/** The marks of both texts of a pair, without what is protected. Several checks ask for them. */
export const quoteMarksOf = lately((pair: Pair): Readonly<Record<keyof Pair, readonly QuoteMark[]>> => {
  const signs = signsOf(pair);
  const { source, target } = maskPair(pair);
  return {
    source: (signs.source & sign.quote) === 0 ? none : findQuoteMarks(source),
    target: (signs.target & sign.quote) === 0 ? none : findQuoteMarks(target),
  };
});

/** A mark with what stands around its run of quotation marks and emphasis (`''` or `**“`); `''`: an end of the text. */
interface Candidate {
  readonly start: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

function candidates(masked: string): readonly Candidate[] {
  const text = withoutTitles(masked);
  const found: Candidate[] = [];
  for (const { index, 0: run } of text.matchAll(runs)) {
    const before = text[index - 1] ?? '';
    const after = text[index + run.length] ?? '';
    for (const [offset, mark] of Array.from(run).entries()) {
      const candidate = { start: index + offset, text: mark, before, after };
      if (!'*_~'.includes(mark) && !isApostrophe(candidate, text)) found.push(candidate);
    }
  }
  return found;
}

const runs = /[„“”"«»‚‘’'‹›*_~]+/g;

/** The marks around the title of a Markdown link are syntax: `[text](target "title")`. */
function withoutTitles(masked: string): string {
  if (!masked.includes('](')) return masked;
  return masked.replace(
    /(\]\(\uFFFC+\s+)("[^"\n]*"|'[^'\n]*')(?=\))/gu,
    (_, link: string, title: string) => `${link}\uFFFC${title.slice(1, -1)}\uFFFC`,
  );
}

/** Also what is escaped (`\"`), doubled (`''`) or quotes a placeholder (`'{x}'` in ICU MessageFormat). */
function isApostrophe({ start, text, before, after }: Candidate, whole: string): boolean {
  if (before === '\\') return true;
  if (!"'‘’".includes(text)) return false;
  if (latin.test(before) && latin.test(after)) return true;
  if (text !== "'") return false;
  return (
    /''|\uFFFC/u.test(whole.slice(Math.max(0, start - 1), start + 2)) || elision.test(whole.slice(start, start + 6))
  );
}

const latin = /[\p{Script=Latin}\p{M}\p{N}]/u;
const elision = /^'(?:\d0s|tis|twas|til|em|n|cause)(?![\p{L}\p{N}])/iu;

function roleOf({ text, before, after }: Candidate, isOpen: boolean): QuoteRole | undefined {
  const opens = /^$|[\s([{<–—\-/·+=]/u.test(before);
  const closes = /^$|[\s)\]}>–—\-/·+=.,;:!?…。、，]/u.test(after);
  if ('„‚'.includes(text)) return closes && !opens ? undefined : 'opener';
  if (opens !== closes) return opens ? 'opener' : 'closer';
  return isOpen ? 'closer' : 'opener';
}
