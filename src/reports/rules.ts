import type { MessageId, Severity } from '../model.ts';

/** What a check is about, as tools that collect findings list it. */
export interface Rule {
  /** That of its gravest findings. */
  readonly severity: Severity;
  readonly description: MessageId;
}

/** By the ids of checks. */
export const rules: Readonly<Record<string, Rule | undefined>> = {
  empty_target: { severity: 'error', description: 'rule.empty_target' },
  same_as_source: { severity: 'error', description: 'rule.same_as_source' },
  untranslated_fragment: { severity: 'error', description: 'rule.untranslated_fragment' },
  wrong_script: { severity: 'error', description: 'rule.wrong_script' },
  number_mismatch: { severity: 'error', description: 'rule.number_mismatch' },
  number_format: { severity: 'warning', description: 'rule.number_format' },
  date_mismatch: { severity: 'error', description: 'rule.date_mismatch' },
  unit_mismatch: { severity: 'error', description: 'rule.unit_mismatch' },
  term_missing: { severity: 'error', description: 'rule.term_missing' },
  term_admitted: { severity: 'info', description: 'rule.term_admitted' },
  term_count: { severity: 'info', description: 'rule.term_count' },
  term_forbidden: { severity: 'error', description: 'rule.term_forbidden' },
  dnt_changed: { severity: 'error', description: 'rule.dnt_changed' },
  placeholder_mismatch: { severity: 'error', description: 'rule.placeholder_mismatch' },
  url_mismatch: { severity: 'error', description: 'rule.url_mismatch' },
  markup_mismatch: { severity: 'error', description: 'rule.markup_mismatch' },
  quote_style: { severity: 'warning', description: 'rule.quote_style' },
  quote_mismatch: { severity: 'warning', description: 'rule.quote_mismatch' },
  bracket_mismatch: { severity: 'warning', description: 'rule.bracket_mismatch' },
  end_punctuation: { severity: 'warning', description: 'rule.end_punctuation' },
  sentence_count: { severity: 'warning', description: 'rule.sentence_count' },
  length_ratio: { severity: 'warning', description: 'rule.length_ratio' },
  repeated_word: { severity: 'warning', description: 'rule.repeated_word' },
  whitespace: { severity: 'warning', description: 'rule.whitespace' },
  negation_missing: { severity: 'info', description: 'rule.negation_missing' },
  ko_particle: { severity: 'warning', description: 'rule.ko_particle' },
  ko_style: { severity: 'warning', description: 'rule.ko_style' },
  llm_residue: { severity: 'error', description: 'rule.llm_residue' },
  encoding: { severity: 'error', description: 'rule.encoding' },
  source_note: { severity: 'info', description: 'rule.source_note' },
  inconsistent_term: { severity: 'info', description: 'rule.inconsistent_term' },
  inconsistent_segment: { severity: 'warning', description: 'rule.inconsistent_segment' },
  paragraph_count: { severity: 'warning', description: 'rule.paragraph_count' },
  heading_structure: { severity: 'warning', description: 'rule.heading_structure' },
  variety_mix: { severity: 'warning', description: 'rule.variety_mix' },
  missing_furniture_decision: { severity: 'info', description: 'rule.missing_furniture_decision' },
  broken_anchor: { severity: 'warning', description: 'rule.broken_anchor' },
};
