import { acceptedForms } from '../glossary/accepted-forms.ts';
import { primaryLanguage } from '../language-tag.ts';
import { commonRun } from '../languages/common-run.ts';
import { looksGerman } from '../languages/german-look/index.ts';
import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Finding } from '../model.ts';

/** No German word was left standing in the target, and no clause in Latin letters in a Korean one. */
export const untranslatedFragment: Check = {
  id: 'untranslated_fragment',
  check(pair) {
    const target = primaryLanguage(pair.languages.target);
    if (primaryLanguage(pair.languages.source) !== 'de' || target === 'de') return [];
    if ((signsOf(pair).target & sign.latin) === 0) return [];
    if (target !== 'ko' && !sharesGermanWord(pair)) return [];
    if (target === 'ko' && !/\p{Script=Latin}{4}/u.test(pair.target)) return [];
    const text = outsideQuotes(pair);
    const words = leftWords(text, pair);
    const clauses = target === 'ko' ? latinClauses(text, pair) : [];
    return [...words, ...clauses.filter(({ target: clause }) => !words.some((word) => overlaps(word, clause)))];
  },
};

/** Most targets have no word of their source, and nothing else is looked at. */
function sharesGermanWord({ source, target }: CheckedPair): boolean {
  for (const [word] of target.matchAll(/[a-zäöüß]{4,}/gi)) {
    // Names keep their capitals.
    if (word.charCodeAt(0) < 97 && !/[äöüß]/i.test(word)) continue;
    if (source.includes(word) && (/[äöüß]/i.test(word) || looksGerman(word))) return true;
  }
  return false;
}

/** What is quoted, in brackets or called so by the glossary may stand in its own language; the offsets stay. */
function outsideQuotes(pair: CheckedPair): string {
  const bare = maskPair(pair).target.replace(quoted, hidden);
  return acceptedForms(pair).reduce((text, form) => text.replaceAll(form, hidden), bare);
}

const quoted =
  /“[^“”]{0,200}”|„[^„“”]{0,200}[“”]|‘[^‘’]{0,200}’|(?<![\p{L}\p{N}])'[^']{0,200}'|"[^"]{0,200}"|《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|\([^()]{0,200}\)/gu;
const hidden = (span: string): string => '\uFFFC'.repeat(span.length);

const longWord =
  /(?<![\p{L}\p{M}\p{N}_\uFFFC.@/-])[\p{Script=Latin}\p{M}]{4,}(?![\p{Script=Latin}\p{M}\p{N}_@/-]|\.\p{L})/gu;

/**
 * Names keep their capitals in every language: of those only what has a German ending and an umlaut is no name. What was
 * left beside such a word belongs to it.
 */
function leftWords(text: string, pair: CheckedPair): readonly Finding[] {
  if (!/\p{Script=Latin}{4}/u.test(text)) return [];
  const { source } = maskPair(pair);
  const words = new Set(source.match(longWord));
  const left: Finding[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(longWord)) {
    if (index < end || !words.has(word) || !isGerman(word)) continue;
    const run = commonRun({ text, from: end, at: index, word }, source);
    left.push(finding('check.untranslated_fragment', text.slice(run.start, run.end), run.start));
    end = run.end;
  }
  return left;
}

function isGerman(word: string): boolean {
  if (/^\p{Ll}+$/u.test(word)) return looksGerman(word);
  return /[äöüß]/iu.test(word) && nounEnding.test(word);
}

const nounEnding =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|nis|nisse|nissen|tät|täten|tum|ling|linge|lingen|lein|chen)s?$/u;

/** Three words and more, one of which is no name, in a Korean sentence; a whole one is of the wrong script. */
function latinClauses(text: string, { source, target }: CheckedPair): readonly Finding[] {
  if (!/\p{Script=Hangul}/u.test(target)) return [];
  return Array.from(text.matchAll(latinRun)).flatMap(({ 0: run, index }) => {
    const isClause = small.test(run) && !joinedNames.test(run) && !isNameIn(source, run);
    return isClause ? [finding('check.untranslated_fragment.clause', run, index)] : [];
  });
}

const latinRun = /(?<![\p{Script=Latin}\p{N}\uFFFC])[\p{Script=Latin}’']+(?:,? [\p{Script=Latin}’']+){2,}/gu;

const small = /(?:^|\s)\p{Ll}{2,}(?:\s|$)/u;
/** "Bank of America", "Simple and Select" */
const joinedNames =
  /^\p{Lu}[\p{L}’']*(?: \p{Lu}[\p{L}’']*)* (?:and|of|for|und|von|van|de|del|di|du|da|la) \p{Lu}[\p{L}’']*(?: \p{Lu}[\p{L}’']*)*$/u;

/** "Gone with the Wind" stands so in the source. */
function isNameIn(source: string, run: string): boolean {
  return source.includes(run) && !run.split(/,? /).some((word) => /^\p{Ll}/u.test(word) && looksGerman(word));
}

type Id = 'check.untranslated_fragment' | 'check.untranslated_fragment.clause';

function finding(id: Id, found: string, start: number): Finding {
  return {
    check: 'untranslated_fragment',
    severity: 'error',
    message: { id, values: { found } },
    target: { start, end: start + found.length },
  };
}

function overlaps({ target: a }: Finding, b: Finding['target']): boolean {
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}
