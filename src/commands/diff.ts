import { basename, dirname, resolve } from 'node:path';
import pc from 'picocolors';
import { type ExitStatus, UserError } from '../errors.ts';
import type { Entry } from '../model.ts';
import { type DocumentChange, diffEntries } from '../pipeline/diff.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import type { ChangeReport } from '../reports/change-report.ts';
import { concealedReport } from '../reports/concealed.ts';
import { jsonReport } from '../reports/json.ts';
import { markdownReport } from '../reports/markdown.ts';
import { patchReport } from '../reports/patch.ts';
import { terminalReport } from '../reports/terminal.ts';
import { visibleJson } from '../reports/visible.ts';
import { type RemovedReview, removedReviews } from '../run/removed-reviews.ts';
import { readText } from '../store/files.ts';
import { commitOf, textsAt } from '../store/git.ts';
import { tryReadReview } from '../store/review.ts';
import { writeAtomic } from '../store/write-atomic.ts';
import { confidentialIn } from './confidential.ts';
import { type Context, pathsFromRoot } from './context.ts';
import { movesIn } from './moves-in.ts';
import { lookAtProject, type OpenProject } from './open.ts';
import { showProblems, worst } from './translate-report.ts';

interface DiffOptions {
  readonly base?: string;
  readonly format?: 'terminal' | 'markdown' | 'json' | 'patch';
  readonly out?: string;
}

/** Changed sentences since a revision, in both languages: what a pull request is about. */
export async function run(
  context: Context,
  paths: readonly string[],
  { base = 'HEAD', format = 'terminal', out }: DiffOptions,
): Promise<ExitStatus> {
  const open = await lookAtProject(context, { paths });
  const commit = commitOf(open.root, base);
  if (commit === undefined && base !== 'HEAD')
    throw new UserError({ id: 'diff.base', values: { base } }, { hint: { id: 'diff.base.hint' } });
  const before = readBefore(open, commit, pathsFromRoot(paths, context.cwd, open.root));
  const shape = context.json ? 'json' : format;
  if (shape === 'terminal' && out === undefined) {
    const colors = pc.createColors(context.output.color);
    for (const line of terminalReport(reportOf(open, before, base), context.speaker.say, colors))
      context.output.paint(line);
  } else {
    const report = () => concealedReport(reportOf(open, before, base), confidentialIn(open.project));
    const text = shape === 'patch' ? patchOf(open, before) : textOf(report(), shape, context);
    if (out === undefined) context.output.write(text);
    else writeAtomic(dirname(resolve(context.cwd, out)), basename(out), text);
  }
  if (shape !== 'json') showProblems(open.plan.problems, context);
  return worst(open.plan.problems.map(({ status }) => status));
}

/** What the commit has: texts of files by path, and review files whose documents are gone. */
interface Before {
  readonly commit: string | undefined;
  readonly texts: ReadonlyMap<string, string>;
  readonly removed: readonly RemovedReview[];
}

function readBefore(
  { root, project, documents }: OpenProject,
  commit: string | undefined,
  paths: readonly string[],
): Before {
  if (commit === undefined) return { commit, texts: new Map(), removed: [] };
  const removed = removedReviews(root, commit, { project, paths });
  const files = [...documents.map(({ files }) => files), ...removed.map(({ files }) => files)];
  const wanted = files.flatMap(({ path, reviewPath }) => [path, reviewPath]);
  return { commit, texts: textsAt(root, commit, wanted), removed };
}

function reportOf({ project, plan, documents }: OpenProject, before: Before, base: string): ChangeReport {
  const moves = movesIn(documents, before);
  const changed = documents.map(
    (document): DocumentChange => ({
      source: document.document.path,
      language: document.languages.target,
      path: document.files.path,
      changes: diffEntries(
        moves.get(document)?.review.entries ?? entriesOf(before.texts, document),
        document.review,
        document.findings,
      ),
    }),
  );
  const moved = new Set(moves.values());
  const removed = before.removed
    .filter((each) => !moved.has(each))
    .map(
      ({ review, files }): DocumentChange => ({
        ...files,
        language: review.languages.target,
        changes: diffEntries(review.entries, { ...review, entries: [] }, []),
      }),
    );
  return {
    base: before.commit && base,
    sourceLanguage: project.settings.source,
    documents: [...changed, ...removed],
    problems: plan.problems,
  };
}

/** A review file that could not be read then says nothing of what was. */
function entriesOf(texts: Before['texts'], { files, languages }: TranslatedDocument): readonly Entry[] {
  const text = texts.get(files.reviewPath);
  return (text === undefined ? undefined : tryReadReview(text, files.reviewPath, languages))?.entries ?? [];
}

function textOf(report: ChangeReport, shape: 'terminal' | 'markdown' | 'json', { speaker }: Context): string {
  if (shape === 'json') return `${visibleJson(jsonReport(report, speaker.say))}\n`;
  if (shape === 'markdown') return markdownReport(report, speaker.say);
  return `${terminalReport(report, speaker.say, pc.createColors(false)).join('\n')}\n`;
}

/** The translated files and review files as they are, against the commit. */
function patchOf({ root, project, documents }: OpenProject, { texts, removed }: Before): string {
  const isHidden = confidentialIn(project);
  const all = [...documents.map(({ files }) => files), ...removed.map(({ files }) => files)];
  const files = all.filter(({ source }) => !isHidden(source));
  const paths = files.flatMap(({ path, reviewPath }) => [path, reviewPath]);
  return patchReport(paths.map((path) => ({ path, before: texts.get(path), after: readText(root, path) })));
}
