import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Finding, Fix } from '../model.ts';

/** Blanks as they are printed: one between words, none before a mark, at the ends what the source has there. */
export const whitespace: Check = {
  id: 'whitespace',
  check(pair) {
    const signs = signsOf(pair);
    if ((signs.target & maybe) === 0 && (signs.source & sign.doubleBlank) === 0) return [];
    const text = maskPair(pair).target;
    const inner = kinds(pair).flatMap(({ id, pattern, better }) =>
      Array.from(text.matchAll(pattern), ({ 0: { length }, index }): Finding => {
        return finding(id, { start: index, end: index + length, text: better });
      }),
    );
    return [...inner, ...atEnds(pair)];
  },
};

/** One of these is in everything that is found but at the ends of a source. */
const maybe = sign.doubleBlank | sign.blankBefore | sign.space;

type Id = 'double' | 'before_mark' | 'invisible' | 'tab' | 'ends';

interface Kind {
  readonly id: Id;
  readonly pattern: RegExp;
  readonly better: string;
}

/** What the source has too was meant. French writes a blank before some marks. */
function kinds({ source, languages }: CheckedPair): readonly Kind[] {
  const isFrench = primaryLanguage(languages.target) === 'fr';
  const all: readonly Kind[] = [
    { id: 'double', pattern: /(?<=\S) {2,}(?=\S)/g, better: ' ' },
    { id: 'before_mark', pattern: isFrench ? /(?<=[\p{L}\p{N}]) +(?=[,.](?:\s|$))/gu : beforeMark, better: '' },
    { id: 'invisible', pattern: /[\u200b\ufeff]/g, better: '' },
    { id: 'tab', pattern: /(?<=\S)\t+(?=\S)/g, better: ' ' },
  ];
  return all.filter(({ pattern }) => source.search(pattern) < 0);
}

/** A mark that ends a word: neither ` …`, ` .NET` nor ` :smile:`. */
const beforeMark = /(?<=[\p{L}\p{N}\p{Pf}"')\]]) +(?=[,.;:!?](?:[\s"'”’)\]]|$))/gu;

/** Texts of documents have none; texts of catalogs may. */
function atEnds({ source, target }: CheckedPair): readonly Finding[] {
  if (target.trim() === '') return [];
  const [before, after] = [/^\s*/.exec(source)?.[0] ?? '', endOf(source)];
  const [start, end] = [/^\s*/.exec(target)?.[0] ?? '', endOf(target)];
  return [
    ...(before === start ? [] : [finding('ends', { start: 0, end: start.length, text: before })]),
    ...(after === end ? [] : [finding('ends', { start: target.length - end.length, end: target.length, text: after })]),
  ];
}

const endOf = (text: string): string => text.slice(text.trimEnd().length);

function finding(id: Id, fix: Fix): Finding {
  const { start, end } = fix;
  return {
    check: 'whitespace',
    severity: 'warning',
    message: { id: `check.whitespace.${id}` },
    target: { start, end },
    fix,
  };
}
