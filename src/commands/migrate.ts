import type { ExitStatus } from '../errors.ts';
import type { Entry } from '../model.ts';
import type { Problem, TranslatedDocument } from '../pipeline/index.ts';
import { reviewAsRead } from '../pipeline/moved.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { isReviewed } from '../states.ts';
import { findRoot } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { lookAtProject, openProject } from './open.ts';
import { jsonProblem, showProblems, worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface Options {
  readonly dryRun?: boolean;
}

/** What became of a review file whose document has other sentences now. */
interface Migrated {
  readonly path: string;
  readonly source: string;
  readonly language: string;
  /** Sentences before and now; of these, those that people reviewed. */
  readonly before: Counts;
  readonly after: Counts;
  /** Sentences that now share one target. */
  readonly joined: number;
}

interface Counts {
  readonly sentences: number;
  readonly reviewed: number;
}

/**
 * Review files whose documents fall into other sentences than when they were written, by rules of a new version or of the
 * user: their pairs are cut likewise. Nobody is asked, and nothing else is touched.
 */
export async function run(context: Context, paths: readonly string[], { dryRun }: Options): Promise<ExitStatus> {
  const migration = dryRun
    ? await look(context, paths)
    : await underLock(context, findRoot(context.cwd), () => migrate(context, paths));
  report(migration, context);
  return worst(migration.problems.map(({ status }) => status));
}

interface Migration {
  readonly migrated: readonly Migrated[];
  readonly problems: readonly Problem[];
  readonly isDry: boolean;
}

async function look(context: Context, paths: readonly string[]): Promise<Migration> {
  const { documents, plan } = await lookAtProject(context, { paths });
  return { migrated: documents.filter(isCutOtherwise).map(migratedOf), problems: plan.problems, isDry: true };
}

async function migrate(context: Context, paths: readonly string[]): Promise<Migration> {
  const { root, documents, plan } = await openProject(context, { paths });
  const cut = documents.filter(isCutOtherwise);
  const skipped = writeDocuments(root, cut);
  const written = cut.filter(({ files }) => !skipped.some((problem) => problem.files === files));
  return { migrated: written.map(migratedOf), problems: [...plan.problems, ...skipped], isDry: false };
}

const isCutOtherwise = ({ matched }: TranslatedDocument): boolean =>
  matched.some(({ match }) => match === 'resegmented');

function migratedOf({ document, languages, files, result }: TranslatedDocument): Migrated {
  return {
    path: files.path,
    source: document.path,
    language: languages.target,
    before: countsOf(reviewAsRead(files)?.entries ?? []),
    after: countsOf(result),
    joined: result.filter(({ joined }) => joined).length,
  };
}

function countsOf(entries: readonly Entry[]): Counts {
  const sentences = entries.filter(({ source }) => source !== undefined);
  return { sentences: sentences.length, reviewed: sentences.filter(isReviewed).length };
}

function report({ migrated, problems, isDry }: Migration, context: Context): void {
  const { speaker, output } = context;
  if (context.json) {
    printJson(context, {
      dryRun: isDry,
      documents: migrated,
      problems: problems.map((problem) => jsonProblem(problem, context)),
    });
    return;
  }
  for (const { path, before, after, joined } of migrated) {
    const values = {
      path,
      before: before.sentences,
      after: after.sentences,
      reviewedBefore: before.reviewed,
      reviewed: after.reviewed,
      joined,
    };
    output.print(speaker.say({ id: 'migrate.document', values }));
  }
  output.print(speaker.say({ id: isDry ? 'migrate.dry' : 'migrate.done', values: { count: migrated.length } }));
  showProblems(problems, context);
}
