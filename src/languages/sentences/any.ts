import { isInitial } from './conditions.ts';
import { breaks, joins, type SentenceRules } from './rule.ts';
import {
  continued,
  enumerator,
  ideographicStop,
  leadingStop,
  listMarker,
  lowerCase,
  narrowBlank,
  remark,
} from './shape.ts';

/** Sane rules for a language that we know nothing about: case and shape decide. */
export const anyLanguage: SentenceRules = {
  lexicon: { abbreviations: new Map(), starters: new Set() },
  rules: [
    ideographicStop,
    leadingStop,
    enumerator,
    continued,
    narrowBlank,
    listMarker,
    lowerCase,
    remark,
    joins('initial', isInitial),
    breaks('stop'),
  ],
};
