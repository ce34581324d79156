import { basename, dirname, resolve } from 'node:path';
import pc from 'picocolors';
import { type ExitStatus, UserError } from '../errors.ts';
import type { Addresses } from '../reports/addresses.ts';
import type { ChangeReport } from '../reports/change-report.ts';
import { concealedReport } from '../reports/concealed.ts';
import { htmlReport } from '../reports/html.ts';
import { jsonReport } from '../reports/json.ts';
import { markdownReport } from '../reports/markdown.ts';
import { patchReport } from '../reports/patch.ts';
import { placeFindings } from '../reports/place-findings.ts';
import { suggestions } from '../reports/suggestions.ts';
import { terminalReport } from '../reports/terminal.ts';
import { visibleJson } from '../reports/visible.ts';
import { readText } from '../store/files.ts';
import { commitOf } from '../store/git.ts';
import { writeAtomic } from '../store/write-atomic.ts';
import { confidentialIn } from './confidential.ts';
import { type Context, pathsFromRoot } from './context.ts';
import { type Before, readBefore, reportOf, reportSince } from './diff-report.ts';
import { lookAtProject, type OpenProject } from './open.ts';
import { reportFrame } from './report-frame.ts';
import { showProblems, worst } from './translate-report.ts';

interface DiffOptions {
  readonly base?: string;
  readonly format?: 'terminal' | 'markdown' | 'html' | 'json' | 'patch' | 'suggestions';
  readonly out?: string;
  readonly sinceTranslation?: true;
  readonly editUrl?: string;
  readonly reportUrl?: string;
}

/** Changed sentences since a revision, or since their translation, in both languages: what a pull request is about. */
export async function run(context: Context, paths: readonly string[], options: DiffOptions): Promise<ExitStatus> {
  const { base = 'HEAD', out } = options;
  const format = context.json ? 'json' : (options.format ?? 'terminal');
  const open = await lookAtProject(context, { paths });
  const before = readBefore(open, commitNamed(open, base), pathsFromRoot(paths, context.cwd, open.root));
  const report = options.sinceTranslation ? reportSince(open) : reportOf(open, before, base);
  if (format === 'terminal' && out === undefined) {
    const colors = pc.createColors(context.output.color);
    for (const line of terminalReport(report, context.speaker.say, { colors, columns: context.output.columns }))
      context.output.paint(line);
  } else {
    const concealed = concealedReport(report, confidentialIn(open.project));
    const addresses = { edit: options.editUrl, whole: options.reportUrl };
    const text = isOfFiles(format)
      ? ofFiles[format](open, before, context)
      : textOf(concealed, format, { ...context, addresses });
    if (out === undefined) context.output.write(text);
    else writeAtomic(dirname(resolve(context.cwd, out)), basename(out), text);
  }
  if (format !== 'json') showProblems(open.plan.problems, context);
  return worst(open.plan.problems.map(({ status }) => status));
}

/** Throws `UserError` for a revision that is none. Absent: there is no commit yet. */
function commitNamed({ root }: OpenProject, base: string): string | undefined {
  const commit = commitOf(root, base);
  if (commit === undefined && base !== 'HEAD')
    throw new UserError({ id: 'diff.base', values: { base } }, { hint: { id: 'diff.base.hint' } });
  return commit;
}

const ofFiles = { patch: patchOf, suggestions: suggestionsOf };

const isOfFiles = (format: NonNullable<DiffOptions['format']>): format is keyof typeof ofFiles => format in ofFiles;

type Shape = Exclude<NonNullable<DiffOptions['format']>, keyof typeof ofFiles>;

interface Telling extends Pick<Context, 'speaker'> {
  readonly addresses: Addresses;
}

function textOf(report: ChangeReport, shape: Shape, { speaker, addresses }: Telling): string {
  const { say } = speaker;
  if (shape === 'json') return `${visibleJson(jsonReport(report, say))}\n`;
  if (shape === 'html') return htmlReport(report, reportFrame(speaker));
  if (shape === 'markdown') return markdownReport(report, { say, addresses });
  return `${terminalReport(report, say, { colors: pc.createColors(false) }).join('\n')}\n`;
}

/** The translated files and review files as they are, against the commit. */
function patchOf({ root, project, documents }: OpenProject, { texts, removed }: Before): string {
  const isHidden = confidentialIn(project);
  const all = [...documents.map(({ files }) => files), ...removed.map(({ files }) => files)];
  const files = all.filter(({ source }) => !isHidden(source));
  const paths = files.flatMap(({ path, reviewPath }) => [path, reviewPath]);
  return patchReport(paths.map((path) => ({ path, before: texts.get(path), after: readText(root, path) })));
}

/** Safe corrections for lines of review files that the change wrote, as JSON: a comment each. */
function suggestionsOf({ root, project, documents }: OpenProject, { texts }: Before, { speaker }: Context): string {
  const isHidden = confidentialIn(project);
  const files = documents
    .filter(({ files }) => !isHidden(files.source))
    .map((document) => {
      const path = document.files.reviewPath;
      return { path, before: texts.get(path), after: readText(root, path) ?? '', findings: placeFindings(document) };
    });
  return `${visibleJson(suggestions(files, speaker.say))}\n`;
}
