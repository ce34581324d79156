import type { Language } from '../../model.ts';
import type { EntryRemainder, TargetRemainder } from './remainder.ts';

/** A concept of a termbase as TBX has it, in either version: what its elements say, and where. */
export interface Concept {
  readonly subjects: readonly string[];
  readonly definition?: string | undefined;
  readonly source?: string | undefined;
  readonly notes: readonly string[];
  readonly languages: readonly ConceptLanguage[];
  readonly remainder?: EntryRemainder | undefined;
}

export interface ConceptLanguage {
  readonly language: Language;
  readonly definition?: string | undefined;
  readonly notes: readonly string[];
  readonly terms: readonly ConceptTerm[];
  readonly remainder?: TargetRemainder | undefined;
  /** Of a concept that was read: where its first term begins. */
  readonly offset?: number | undefined;
}

export interface ConceptTerm {
  readonly text: string;
  readonly status?: TermStatus | undefined;
  readonly partOfSpeech?: string | undefined;
  readonly termType?: string | undefined;
}

/** `superseded`: was right once; like `deprecated` it is not to be used. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated' | 'superseded';

export function isBanned({ status }: ConceptTerm): boolean {
  return status === 'deprecated' || status === 'superseded';
}
