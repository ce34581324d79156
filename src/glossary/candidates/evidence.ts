import { looksGerman } from '../../languages/german-look/index.ts';
import { starters } from '../../languages/sentences/de-words.ts';
import {
  determiners,
  foreignSpelling,
  noNames,
  nounSuffix,
  placeSuffix,
  placesWithArticle,
  title,
} from './german-words.ts';
import { isBeside, isCapital, type Token } from './tokens.ts';

/** How the capitalised words of a text are used: what speaks for a name, and what for a noun. */
export interface Evidence {
  /** The word without the s of a genitive, where that is one. */
  baseOf(word: string): string;
  /** The more, the more likely is a name; 0 and less is a noun. */
  scoreOf(word: string): number;
  /** It stands in lower case too: somebody is loud. */
  isCommon(word: string): boolean;
  /** Both stand alone elsewhere and without an article: Moskau Nordkorea are two names. */
  areApart(word: string, next: string): boolean;
}

interface Use {
  bare: number;
  withArticle: number;
  withTitle: number;
  /** Before a noun and without an article: Obamas Beraterin. */
  asGenitive: number;
  /** Without another capital beside it. */
  alone: number;
}

export function gatherEvidence(sentences: readonly (readonly Token[])[]): Evidence {
  const uses = new Map<string, Use>();
  const common = new Set<string>();
  for (const tokens of sentences) for (const [at, token] of tokens.entries()) see(token, at, { tokens, uses, common });
  const ends = endsOf(uses.keys());
  const baseOf = (word: string) => genitiveBase(word, uses);
  const scores = new Map<string, number>();
  const scoreOf = (word: string): number => {
    const base = baseOf(word);
    const known = scores.get(base) ?? score(base, [uses.get(base), uses.get(`${base}s`)], { common, ends });
    scores.set(base, known);
    return known;
  };
  const standsAlone = (word: string) =>
    [word, baseOf(word), `${word}s`].some((form) => (uses.get(form)?.alone ?? 0) > 0);
  const areApart = (word: string, next: string) =>
    standsAlone(word) && standsAlone(next) && uses.get(word)?.withArticle === 0;
  const isCommon = (word: string) => common.has(word.toLowerCase()) || determiners.has(word.toLowerCase());
  return { baseOf, scoreOf, isCommon, areApart };
}

interface Seen {
  readonly tokens: readonly Token[];
  readonly uses: Map<string, Use>;
  /** Words that stand in lower case somewhere. */
  readonly common: Set<string>;
}

function see(token: Token, at: number, { tokens, uses, common }: Seen): void {
  const { text } = token;
  if (!isCapital(token)) {
    common.add(text);
    return;
  }
  const use = uses.get(text) ?? { bare: 0, withArticle: 0, withTitle: 0, asGenitive: 0, alone: 0 };
  uses.set(text, use);
  const before = isBeside(token) ? tokens[at - 1] : undefined;
  const next = isBeside(tokens[at + 1]) ? tokens[at + 1] : undefined;
  const isBeforeCapital = next !== undefined && isCapital(next);
  const isBehindCapital = before !== undefined && isCapital(before);
  const isArticle = hasArticle(tokens, at);
  if (isBehindCapital && title.test(before.text.toLowerCase())) use.withTitle += 1;
  if (isArticle) use.withArticle += 1;
  else if (!token.isFirst) use.bare += 1;
  if (!isArticle && text.endsWith('s') && isBeforeCapital) use.asGenitive += 1;
  if (!isBeforeCapital && (!isBehindCapital || before.isFirst)) use.alone += 1;
}

/** Directly, or before adjectives: der erste große Erfolg. */
function hasArticle(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index > Math.max(0, at - 4); index -= 1) {
    const before = tokens[index - 1];
    if (before === undefined || !isBeside(tokens[index])) return false;
    const word = before.text.toLowerCase();
    if (determiners.has(word) || /^\p{N}/u.test(word)) return true;
    if (!/^\p{Ll}.*e[nmrs]?$/u.test(before.text)) return false;
  }
  return false;
}

function genitiveBase(word: string, uses: ReadonlyMap<string, Use>): string {
  const base = word.slice(0, -1);
  if (!/[^s]s$/u.test(word) || word.length < 4) return word;
  const { asGenitive = 0, bare = 0 } = uses.get(word) ?? {};
  return uses.has(base) || (asGenitive > 0 && asGenitive === bare) ? base : word;
}

/** Ends of longer words, which are nouns: Berater, as in Sonderberater. */
function endsOf(words: Iterable<string>): ReadonlySet<string> {
  const ends = new Set<string>();
  for (const word of words) {
    const lower = word.toLowerCase();
    for (let start = 3; start <= Math.min(lower.length - 4, 24); start += 1) ends.add(lower.slice(start));
  }
  return ends;
}

const plain: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };

interface Known {
  readonly common: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

function score(base: string, seen: readonly (Use | undefined)[], { common, ends }: Known): number {
  const sum = (field: keyof Use) => seen.reduce((total, use) => total + (use?.[field] ?? 0), 0);
  const [bare, withArticle] = [sum('bare'), sum('withArticle')];
  const lower = base.toLowerCase();
  if (starters.has(lower) || noNames.has(lower) || title.test(lower)) return -5;
  if (placesWithArticle.has(lower)) return 5;
  const isForeign = !looksGerman(lower.replace(/[äöü]/gu, (letter) => plain[letter] ?? letter));
  return (
    (isForeign ? 2 : 0) +
    (foreignSpelling.test(lower) ? 1 : 0) +
    (placeSuffix.test(lower) && bare > 0 ? 3 : 0) +
    (sum('withTitle') > 0 ? 2 : 0) +
    (sum('asGenitive') > 0 ? 1 : 0) +
    (bare > withArticle ? 1 : 0) +
    (bare > 2 && withArticle === 0 ? 1 : 0) -
    (withArticle > bare ? 2 : 0) -
    (nounSuffix.test(lower) ? 3 : 0) -
    (/(?:en|er|e|ern|eln|el)$/u.test(lower) ? 1 : 0) -
    (common.has(lower) ? 2 : 0) -
    (ends.has(lower) ? 2 : 0)
  );
}
