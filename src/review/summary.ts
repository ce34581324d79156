import type { TranslationPaths } from '../paths/translation-paths.ts';
import type { Problem } from '../pipeline/index.ts';
import { standingOf } from '../pipeline/status.ts';
import type { Say } from '../reports/change-report.ts';
import { problemJson } from '../reports/problem.ts';
import type { DocumentSummary } from './api.ts';
import type { OpenedDocument } from './opened-document.ts';

/** What is kept of a document that nobody looks at. */
export interface Summary extends Omit<DocumentSummary, 'problem'> {
  readonly problem?: Problem | undefined;
}

export function summaryOf({ paths, translated, problem }: OpenedDocument): Summary {
  if (translated === undefined) return withoutText(paths, problem);
  const { states, stale, findings } = standingOf(translated);
  const engines = translated.result.flatMap(({ machine }) => machine?.split(' ', 1)[0] ?? []);
  return {
    ...namesOf(paths),
    states,
    stale,
    errors: findings.error,
    warnings: findings.warning,
    engines: [...new Set(engines)].sort(),
  };
}

/** Of a document that cannot be read. */
export function withoutText(paths: TranslationPaths, problem: Problem | undefined): Summary {
  const states = { initial: 0, translated: 0, reviewed: 0, final: 0 };
  return { ...namesOf(paths), states, stale: 0, errors: 0, warnings: 0, engines: [], problem };
}

const namesOf = ({ path, source, language }: TranslationPaths) => ({ path, source, language });

export function saidSummary({ problem, ...summary }: Summary, say: Say): DocumentSummary {
  if (problem === undefined) return summary;
  const { file, line, message, hint } = problemJson(problem, say);
  const place = file === null ? '' : `${[file, line].filter((part) => part !== null).join(':')}: `;
  return { ...summary, problem: `${place}${message}${hint === null ? '' : ` ${hint}`}` };
}
