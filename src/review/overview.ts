import { basename } from 'node:path';
import type { Say } from '../reports/change-report.ts';
import { personOf } from '../store/commit.ts';
import type { Overview } from './api.ts';
import type { Session } from './session.ts';
import { saidSummary } from './summary.ts';

/** As soon as all documents were read once, nothing is read for it. */
export async function overviewOf({ wanted, shelf }: Session, say: Say): Promise<Overview> {
  await shelf.readAll();
  const { project, documents, unread } = shelf;
  const summaries = [...documents.values()].flatMap(({ summary }) => summary ?? []);
  return {
    project: basename(wanted.root),
    source: project.settings.source,
    targets: project.settings.targets,
    reviewer: personOf(wanted.root),
    engines: [...new Set(summaries.flatMap(({ engines }) => engines))].sort(),
    documents: [...summaries, ...unread].map((summary) => saidSummary(summary, say)),
  };
}
