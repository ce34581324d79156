import type { Language } from '../../model.ts';
import type { Program } from './program.ts';

/** The rules of an SRX 2.0 file. */
export interface Srx {
  readonly maps: readonly LanguageMap[];
  /** All maps that fit a language count, not only the first. */
  readonly cascade: boolean;
}

/** Which languages a set of rules is for. */
export interface LanguageMap {
  fits(language: Language): boolean;
  readonly rules: readonly SrxRule[];
}

/** The first rule that matches at a place decides whether a sentence ends there. */
export interface SrxRule {
  /** `rules.srx:12`, its place in the file. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly break: boolean;
  readonly before: Program;
  readonly after: Program;
}

/** The rules for a language, in order; those of several maps one behind the other. */
export function srxRulesFor({ maps, cascade }: Srx, language: Language): readonly SrxRule[] {
  const fitting = maps.filter((map) => map.fits(language));
  return (cascade ? fitting : fitting.slice(0, 1)).flatMap(({ rules }) => rules);
}
