import type { Code, Inline, Unit } from '../model.ts';
import { escapeSign, findArguments, type Place } from './icu/codes.ts';
import { hasLetterBesides } from './letters.ts';
import { pairCodes } from './pair-codes.ts';
import { type Filling, findPlaceholders } from './placeholders.ts';

/** How a text of a catalog is filled in: one of the words of a unit's `style`, `plain` where there is none. */
export type Syntax = Filling | Place;

const syntaxes: ReadonlySet<string> = new Set<Syntax>(['plain', 'printf', 'numbered', 'shell', 'icu', 'icu-plural']);

/** Placeholders, arguments and tags in the texts of JSON and PO, and of front matter; catalogs in YAML have `yamlInline`. */
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

function catalogCodes(text: string, syntax: Syntax): readonly Code[] {
  if (!mayHaveCodes.test(text)) return [];
  return pairCodes(isPlace(syntax) ? findArguments(text, syntax) : findPlaceholders(text, syntax));
}

/** Something to translate besides codes. */
export function hasText(text: string, syntax: Syntax): boolean {
  return hasLetterBesides(text, () => catalogCodes(text, syntax));
}

const mayHaveCodes = /['{}<#%$@\u2400-\u241F\uFFFD]/;

function syntaxOf({ style = '' }: Unit): Syntax {
  return (style.split(' ').find((word) => syntaxes.has(word)) ?? 'plain') as Syntax;
}

const isPlace = (syntax: Syntax): syntax is Place => syntax === 'icu' || syntax === 'icu-plural';
