import type { Code, Inline, Unit } from '../model.ts';
import { escapeSign, findArguments, type Place } from './icu/codes.ts';
import { pairCodes } from './pair-codes.ts';
import { type Filling, findPlaceholders } from './placeholders.ts';

/** How a text of a catalog is filled in: one of the words of a unit's `style`, `plain` where there is none. */
export type Syntax = Filling | Place;

const syntaxes: ReadonlySet<string> = new Set<Syntax>(['plain', 'printf', 'numbered', 'shell', 'icu', 'icu-plural']);

/** Placeholders, arguments and tags in the texts of catalogs. */
export const catalogInline: Inline = {
  codes: (text, unit) => catalogCodes(text, syntaxOf(unit)),
  signs: "'{}<#%",
  escape(text, at, unit) {
    const syntax = syntaxOf(unit);
    if (isPlace(syntax)) return escapeSign(text, at, syntax);
    const sign = text[at] ?? '';
    return syntax === 'printf' && sign === '%' ? '%%' : sign;
  },
};

export function catalogCodes(text: string, syntax: Syntax): readonly Code[] {
  if (!mayHaveCodes.test(text)) return [];
  return pairCodes(isPlace(syntax) ? findArguments(text, syntax) : findPlaceholders(text, syntax));
}

/** Something to translate besides codes: a letter. */
export function hasText(text: string, syntax: Syntax): boolean {
  if (!letter.test(text)) return false;
  let from = 0;
  for (const { kind, start, end } of catalogCodes(text, syntax)) {
    if (kind === 'escape') continue;
    if (letter.test(text.slice(from, start))) return true;
    from = end;
  }
  return letter.test(text.slice(from));
}

const letter = /\p{L}/u;

const mayHaveCodes = /['{}<#%$@\u2400-\u241F\uFFFD]/;

function syntaxOf({ style = '' }: Unit): Syntax {
  return (style.split(' ').find((word) => syntaxes.has(word)) ?? 'plain') as Syntax;
}

const isPlace = (syntax: Syntax): syntax is Place => syntax === 'icu' || syntax === 'icu-plural';
