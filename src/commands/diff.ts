import { basename, dirname, resolve } from 'node:path';
import pc from 'picocolors';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Entry, Languages } from '../model.ts';
import { diffEntries } from '../pipeline/diff.ts';
import type { FileChange, TranslatedDocument } from '../pipeline/index.ts';
import type { ChangeReport } from '../reports/change-report.ts';
import { jsonReport } from '../reports/json.ts';
import { markdownReport } from '../reports/markdown.ts';
import { patchReport } from '../reports/patch.ts';
import { terminalReport } from '../reports/terminal.ts';
import { readReviewFile } from '../review-file/index.ts';
import { readText, writeAtomic } from '../store/files.ts';
import { commitOf, textsAt } from '../store/git.ts';
import type { Context } from './context.ts';
import { type OpenProject, openProject } from './open.ts';
import { showProblems } from './translate-report.ts';

interface DiffOptions {
  readonly base?: string;
  readonly format?: 'terminal' | 'markdown' | 'json' | 'patch';
  readonly out?: string;
}

/** Changed sentences since a revision, in both languages: what a pull request is about. */
export async function run(
  context: Context,
  paths: readonly string[],
  { base = 'HEAD', format, out }: DiffOptions,
): Promise<ExitStatus> {
  const open = await openProject(context, paths);
  const commit = commitOf(open.root, base);
  if (commit === undefined && base !== 'HEAD')
    throw new UserError({ id: 'diff.base', values: { base } }, { hint: { id: 'diff.base.hint' } });
  const text = format === 'patch' ? patchSince(open, commit) : reportSince(open, commit, base, format, context);
  if (out === undefined) context.output.print(text.replace(/\n$/, ''));
  else writeOut(resolve(context.cwd, out), text);
  showProblems(open.plan.problems, context);
  return exitStatus.fine;
}

function writeOut(file: string, text: string): void {
  writeAtomic(dirname(file), basename(file), text === '' || text.endsWith('\n') ? text : `${text}\n`);
}

function reportSince(
  { root, project, documents }: OpenProject,
  commit: string | undefined,
  base: string,
  format: DiffOptions['format'],
  context: Context,
): string {
  const { speaker, output, json } = context;
  const reviews =
    commit === undefined
      ? new Map<string, string>()
      : textsAt(
          root,
          commit,
          documents.map(({ files }) => files.reviewPath),
        );
  const report: ChangeReport = {
    base,
    sourceLanguage: project.settings.source,
    documents: documents.map((document) => ({
      source: document.document.path,
      language: document.languages.target,
      path: document.files.path,
      changes: diffEntries(entriesOf(reviews, document), document.review, document.findings),
    })),
  };
  if (json) return JSON.stringify(jsonReport(report, speaker.say), null, 2);
  return format === 'markdown'
    ? markdownReport(report, speaker.say)
    : terminalReport(report, speaker.say, pc.createColors(output.color));
}

/** A review file that could not be read then says nothing of what was. */
function entriesOf(reviews: ReadonlyMap<string, string>, { files, languages }: TranslatedDocument): readonly Entry[] {
  const text = reviews.get(files.reviewPath);
  return text === undefined ? [] : tryEntries(text, files.reviewPath, languages);
}

function tryEntries(text: string, path: string, languages: Languages): readonly Entry[] {
  try {
    return readReviewFile(text, path, languages).entries;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** The translated files and review files as they are, against the commit. */
function patchSince({ root, documents }: OpenProject, commit: string | undefined): string {
  const paths = documents.flatMap(({ files }) => [files.path, files.reviewPath]);
  const before = commit === undefined ? new Map<string, string>() : textsAt(root, commit, paths);
  const changes = paths.map((path): Partial<FileChange> => {
    const [old, text] = [before.get(path), readText(root, path)];
    return { path, ...(old !== undefined && { before: old }), ...(text !== undefined && { after: text }) };
  });
  return patchReport(changes);
}
