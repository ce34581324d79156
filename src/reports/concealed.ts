import type { Entry } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { Problem } from '../pipeline/index.ts';
import type { ChangeReport } from './change-report.ts';
import type { Checked, PlacedFinding } from './findings.ts';

/** What a report has in place of a text that must not leave the machine. */
const veil = '(confidential)';

/** Whether a path is that of a confidential document or of one of its files. */
export type IsConfidential = (path: string) => boolean;

/** A change report that others may read: of confidential documents it says where and how something changed, and no word of it. */
export function concealedReport(report: ChangeReport, isConfidential: IsConfidential): ChangeReport {
  return {
    ...report,
    documents: report.documents.map((document) => (isConfidential(document.source) ? concealed(document) : document)),
    problems: concealedProblems(report.problems, isConfidential),
  };
}

/** The same for findings. */
export function concealedFindings(checked: Checked, isConfidential: IsConfidential): Checked {
  return {
    ...checked,
    findings: checked.findings.map((finding) =>
      isConfidential(finding.place.file) ? concealedFinding(finding) : finding,
    ),
    problems: concealedProblems(checked.problems, isConfidential),
  };
}

function concealedProblems(problems: readonly Problem[], isConfidential: IsConfidential): readonly Problem[] {
  return problems.map((problem) => {
    const path = problem.files?.source ?? problem.place.file;
    if (path === undefined || !isConfidential(path)) return problem;
    return { ...problem, message: { id: 'report.confidential.problem' }, hint: undefined };
  });
}

function concealed(document: DocumentChange): DocumentChange {
  return { ...document, changes: document.changes.map(concealedChange) };
}

function concealedChange({ before, after, findings, ...change }: SentenceChange): SentenceChange {
  return {
    ...change,
    before: before && veiled(before),
    after: after && veiled(after),
    terms: [],
    findings: findings.map(({ fix: _, ...finding }) => ({
      ...finding,
      message: { id: 'report.confidential' } as const,
    })),
  };
}

function veiled({ source, target, state, machine }: Entry): Entry {
  return { source: source && veil, target: target && veil, state, machine };
}

/** Its check and place. */
function concealedFinding({ fix: _, fixPlace: __, ...finding }: PlacedFinding): PlacedFinding {
  const pair = { ...finding.pair, source: veil, target: veil };
  return { ...finding, pair, source: undefined, target: undefined, message: { id: 'report.confidential' } };
}
