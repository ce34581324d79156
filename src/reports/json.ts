import type { Entry } from '../model.ts';
import type { EntryFinding } from '../pipeline/index.ts';
import { type ChangeReport, changedDocuments, type Say } from './change-report.ts';
import { problemJson } from './problem.ts';

/**
 * The change report as plain data; `before` and `after` are missing where there is none, `base` is null where there is no
 * commit yet. Kept stable.
 */
export function jsonReport(report: ChangeReport, say: Say): unknown {
  return {
    base: report.base ?? null,
    documents: changedDocuments(report).map(({ source, language, path, changes }) => ({
      source,
      language,
      path,
      changes: changes.map(({ kind, id, before, after, findings, place }) => ({
        kind,
        id,
        file: place.file,
        line: place.line,
        column: place.column,
        before: before && sideOf(before),
        after: after && sideOf(after),
        findings: findings.map((finding) => jsonFinding(finding, say)),
      })),
    })),
    problems: report.problems.map((problem) => problemJson(problem, say)),
  };
}

function sideOf({ source, target, state, machine }: Entry): unknown {
  return { source, target, state, machine };
}

export function jsonFinding({ check, severity, message, fix }: EntryFinding, say: Say): Record<string, unknown> {
  return { check, severity, message: say(message), ...(fix && { fix }) };
}
