import { primaryLanguage } from '../language-tag.ts';
import { maskPair } from '../languages/mask.ts';
import type { Check } from '../model.ts';

/** The source denies something and the target has no word of denial. Languages deny in many ways: a note, no more. */
export const negationMissing: Check = {
  id: 'negation_missing',
  check(pair) {
    if (primaryLanguage(pair.languages.source) !== 'de') return [];
    const denial = denials[primaryLanguage(pair.languages.target)];
    if (denial === undefined) return [];
    if (!mayDeny.test(pair.source)) return [];
    const { source, target } = maskPair(pair);
    const found = german.exec(source);
    if (found === null || denial.test(target)) return [];
    const range = { start: found.index, end: found.index + found[0].length };
    const message = { id: 'check.negation_missing', values: { source: found[0] } } as const;
    return [{ check: 'negation_missing', severity: 'info', message, source: range }];
  },
};

const mayDeny = /nicht|kein|nie|weder|ohne/i;

/** "Nicht nur" and "nicht zuletzt" deny nothing. */
const german =
  /(?<![\p{L}-])(?:nicht(?! (?:nur|zuletzt|allein|bloß)(?!\p{L}))|kein(?:e[mnrs]?)?|nie(?:mals)?|niemand(?:e[mn])?|nichts|weder|ohne)(?!\p{L})/iu;

const denials: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:not|cannot|no|never|none|neither|nor|without|nothing|nobody|nowhere|hardly|barely|lack(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying|ial)|avoid(?:s|ed|ing)?|instead|rather|un\p{L}+|non\p{L}*|in(?:ability|valid|complete|sufficient|dependent|visible|capable)|im(?:possible|probable)|dis\p{L}+|\p{L}+less)(?!\p{L})|n[’']t(?!\p{L})/iu,
  ko: /않|없|못|아니|아닌|아닙|말[라아고]|안 |불[가-힣]|미[가-힣]|부인|거부|무[가-힣]|비[가-힣]|금지|제외/u,
};
