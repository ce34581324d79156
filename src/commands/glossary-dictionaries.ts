import type { Dictionary } from '../engines/deepl-glossaries.ts';
import { exitStatus, UserError } from '../errors.ts';
import { type DeepLRows, deeplRows, largestDictionary, sizeOfRows } from '../exchange/glossary/deepl-rows.ts';
import type { WantedLanguages } from '../exchange/glossary/index.ts';
import { primaryLanguage } from '../language-tag.ts';
import type { Glossary, Language, Message } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';
import { leftOut, untranslatedNote } from './glossary-left.ts';

/** What of a glossary goes to DeepL, one dictionary a language. */
export interface Dictionaries {
  readonly dictionaries: readonly Dictionary[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Message[];
}

/** Throws `UserError` for a dictionary that is too large. */
export function glossaryDictionaries(glossary: Glossary, { source, targets }: WantedLanguages): Dictionaries {
  const firsts = targets.filter((language) => language === firstVariant(language, targets));
  const read = firsts.map((language) => ({ language, ...fittingRows(glossary, language) }));
  return {
    dictionaries: read.map(({ language, rows }) => {
      return { languages: { source: primaryLanguage(source), target: primaryLanguage(language) }, rows };
    }),
    problems: [...targets.flatMap((language) => variantProblem(language, targets)), ...read.flatMap(leftOut)],
    notes: read.flatMap((each) => untranslatedNote(each, each.language)),
  };
}

/** Throws `UserError` where DeepL would take them for too many. */
export function fittingRows(glossary: Glossary, language: Language): DeepLRows {
  const read = deeplRows(glossary, language);
  const size = sizeOfRows(read);
  if (size <= largestDictionary) return read;
  throw new UserError({ id: 'glossary.deepl.large', values: { language, size, most: largestDictionary } });
}

/** `en-GB` and `en-US` have one dictionary at DeepL. */
function firstVariant(language: Language, targets: readonly Language[]): Language {
  return targets.find((other) => primaryLanguage(other) === primaryLanguage(language)) ?? language;
}

function variantProblem(language: Language, targets: readonly Language[]): readonly Problem[] {
  const other = firstVariant(language, targets);
  if (other === language) return [];
  const message: Message = { id: 'glossary.sync.variant', values: { language, other } };
  return [{ message, place: {}, status: exitStatus.findings }];
}
