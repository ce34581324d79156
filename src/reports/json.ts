import type { Entry } from '../model.ts';
import type { EntryFinding } from '../pipeline/index.ts';
import { type ChangeReport, changedDocuments, type Say } from './change-report.ts';
import { problemJson } from './problem.ts';

/**
 * The change report as plain data; `before` and `after` are missing where there is none, `base` is null where there is no
 * commit yet. Of more than `most` changed sentences the first are shown, and `leftOut` says how many are not. Kept stable.
 */
export function jsonReport(report: ChangeReport, say: Say, most = Number.POSITIVE_INFINITY): unknown {
  const documents = changedDocuments(report);
  let room = most;
  const shown = documents.map((document) => {
    const changes = document.changes.slice(0, room);
    room -= changes.length;
    return { ...document, changes };
  });
  const count = (all: ChangeReport['documents']) => all.reduce((sum, { changes }) => sum + changes.length, 0);
  return {
    base: report.base ?? null,
    ...(room === 0 && { leftOut: count(documents) - most }),
    documents: shown.map(({ source, language, path, renamedFrom, changes }) => ({
      source,
      language,
      path,
      renamedFrom,
      changes: changes.map(({ kind, id, before, after, similarity, terms, findings, place }) => ({
        kind,
        id,
        file: place.file,
        line: place.line,
        column: place.column,
        before: before && sideOf(before),
        after: after && sideOf(after),
        similarity,
        terms,
        findings: findings.map((finding) => jsonFinding(finding, say)),
      })),
    })),
    problems: report.problems.map((problem) => problemJson(problem, say)),
  };
}

function sideOf({ source, target, state, machine, replaced }: Entry): unknown {
  return { source, target, state, machine, replaced };
}

export function jsonFinding({ check, severity, message, fix }: EntryFinding, say: Say): Record<string, unknown> {
  return { check, severity, message: say(message), ...(fix && { fix }) };
}
