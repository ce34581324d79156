import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from '../reports/change-report.ts';
import { personOf } from '../store/commit.ts';
import type { Overview } from './api.ts';
import { readAll, type Session } from './session.ts';
import { unreadIn } from './shelf.ts';
import { saidSummary } from './summary.ts';

/** Milliseconds. So long a page waits for documents that are being read; it is told when there are more. */
const patience = 800;

/** As soon as all documents were read once, nothing is read for it. */
export async function overviewOf(session: Session, say: Say): Promise<Overview> {
  await Promise.race([readAll(session), pause(patience)]);
  const { wanted, shelf, failure } = session;
  if (failure !== undefined) throw failure;
  const { project, documents, unread } = shelf;
  const summaries = [...documents.values()].flatMap(({ summary }) => summary ?? []);
  return {
    project: basename(wanted.root),
    source: project.settings.source,
    targets: project.settings.targets,
    reviewer: personOf(wanted.root),
    ...(unreadIn(shelf).length > 0 && { reading: unreadIn(shelf).length }),
    engines: [...new Set(summaries.flatMap(({ engines }) => engines))].sort(),
    documents: [...summaries, ...unread].map((summary) => saidSummary(summary, say)),
  };
}
