import { primaryLanguage } from '../language-tag.ts';
import { isSyllable } from '../languages/korean/syllable.ts';
import { maskPair, maskProtected } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Language, Message, Range } from '../model.ts';

/** A sentence ends with the kind of mark that its source ends with. */
export const endPunctuation: Check = {
  id: 'end_punctuation',
  check(pair) {
    const source = endingOf(bareText('source', pair), pair.languages.source);
    const target = endingOf(bareText('target', pair), pair.languages.target);
    if (agree(source, target, pair.unit)) return [];
    const message = messageOf(source, target);
    return [{ check: 'end_punctuation', severity: 'warning', message, source: source.range, target: target.range }];
  },
};

/** `。` and `…` are stops, `?!` is a question. */
type EndingClass = '.' | '?' | '!' | ':' | '–' | 'none';

interface Ending {
  readonly mark: string;
  readonly range: Range;
  readonly class: EndingClass;
  /** What the same end may be in another language's typography. */
  readonly admitted: readonly EndingClass[];
}

function endingOf(bare: string, language: Language): Ending {
  const end = endOf(bare, closers, bare.length);
  const range = { start: endOf(bare, marks, end), end };
  const mark = bare.slice(range.start, end);
  return {
    mark,
    range,
    class: classOf(mark),
    admitted: mark === '' ? unmarked(bare, end, language) : stop(bare, range),
  };
}

/** Tags, the tails of links and footnotes are nothing that a sentence ends with. */
function bareText(side: 'source' | 'target', pair: CheckedPair): string {
  const text = pair[side];
  const bare = text.includes('<') ? maskProtected(withoutTags(text)) : maskPair(pair)[side];
  return (signsOf(pair)[side] & sign.note) === 0 ? bare : bare.replace(linkTailOrFootnote, blanks);
}

/** Korean may drop the full stop before a closing quotation mark. */
function unmarked(bare: string, end: number, language: Language): readonly EndingClass[] {
  return primaryLanguage(language) === 'ko' && quotes.test(bare.slice(end)) ? ['.'] : [];
}

/** The stop of an abbreviation may be no more than that; after “Why?” American English writes none. */
function stop(bare: string, { start, end }: Range): readonly EndingClass[] {
  if (bare.slice(start, end) !== '.') return [];
  if (endsShort(bare, start) && abbreviation.test(bare.slice(Math.max(0, end - 12), end))) return ['none'];
  const quoted = endOf(bare, quotes, start);
  const inner = classOf(bare.slice(endOf(bare, marks, quoted), quoted));
  return inner === '?' || inner === '!' ? [inner] : [];
}

const quotes = /["'”’“‘»«›‹]/u;
const closers = /[\s\u200B"'”’“‘»«›‹」』》〉)\]}）］*_~]/u;
const marks = /[.?!:…。．？！：‽–—―]/u;

/** Where the last run of such characters before `end` starts. */
function endOf(text: string, characters: RegExp, end: number): number {
  let at = end;
  while (at > 0 && !isWordUnit(text.charCodeAt(at - 1)) && characters.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Letters and figures of most texts, which are none of these characters. */
function isWordUnit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || isSyllable(code);
}

const blanks = (span: string): string => ' '.repeat(span.length);

const withoutTags = (text: string): string => text.replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/giu, blanks);

/** `](target "title")`, `][label]`; `[1]`, `[^note]` and `²` after the full stop. */
const linkTailOrFootnote = /\]\(\uFFFC+[^()\n]*\)|\]\[[^[\]]*\]|\[(?:\^[^[\]]*|[\p{L}\p{N}]{1,3})\]|[¹²³⁰⁴-⁹]+/gu;

/** The last word of an abbreviation has four letters at most; in Hangul nothing is abbreviated. */
function endsShort(bare: string, end: number): boolean {
  if (isSyllable(bare.charCodeAt(end - 1))) return false;
  for (let at = end - 1; at >= end - 5; at -= 1) if (!isWordUnit(bare.charCodeAt(at))) return true;
  return false;
}

const abbreviation =
  /(?<![\p{L}\p{N}])(?:(?:\p{L}\.\s?){2,}|(?:etc|usw|bzw|ca|Nr|Std|Mio|Mrd|Str|No|Inc|Co|Ltd|Corp|Jr|Sr|Mr|Mrs|Dr)\.)$/u;

function classOf(mark: string): EndingClass {
  if (mark === '.') return '.';
  if (/[?？‽]/u.test(mark)) return '?';
  if (/[!！]/u.test(mark)) return '!';
  if (/[:：]$/u.test(mark)) return ':';
  if (/[–—―]$/u.test(mark)) return '–';
  return mark === '' ? 'none' : '.';
}

function agree(source: Ending, target: Ending, unit: string): boolean {
  const isTitle = unit === 'heading' || unit === 'cell' || unit === 'value';
  if (isTitle && target.class === 'none' && source.class === '.') return true;
  return [source.class, ...source.admitted].some((one) => one === target.class || target.admitted.includes(one));
}

function messageOf(source: Ending, target: Ending): Message {
  const values = { found: target.mark, expected: source.mark };
  if (target.class === 'none') return { id: 'check.end_punctuation.missing', values };
  return { id: source.class === 'none' ? 'check.end_punctuation.extra' : 'check.end_punctuation.changed', values };
}
