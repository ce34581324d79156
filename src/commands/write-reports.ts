import { join, relative } from 'node:path';
import { diffDocument, type Former } from '../pipeline/diff.ts';
import type { TranslationFiles } from '../pipeline/index.ts';
import type { ChangeReport } from '../reports/change-report.ts';
import { concealedReport } from '../reports/concealed.ts';
import { jsonReport } from '../reports/json.ts';
import { markdownReport } from '../reports/markdown.ts';
import { patchReport } from '../reports/patch.ts';
import type { FolderRun } from '../run/translate-folder.ts';
import { writeDerived } from '../store/write-atomic.ts';
import { confidentialIn } from './confidential.ts';
import type { Context } from './context.ts';

/** The change report of a run: report.md, report.json and changes.patch in a folder. */
export function writeReports(
  folder: string,
  { translated: { documents, problems, plan }, project }: Pick<FolderRun, 'translated' | 'project'>,
  { speaker }: Context,
): void {
  const isHidden = confidentialIn(project);
  const all: ChangeReport = {
    base: speaker.say({ id: 'diff.last_run' }),
    sourceLanguage: project.settings.source,
    documents: documents.map((document) => diffDocument(document, formerOf(document.files), plan.finder)),
    problems,
  };
  const report = concealedReport(all, isHidden);
  const json = jsonReport({ ...report, base: 'last run' }, speaker.say, mostSentences);
  const root = rootOf(folder);
  const write = (name: string, text: string) => writeDerived(root, relative(root, join(folder, name)), text);
  write('report.md', markdownReport(report, { say: speaker.say, addresses: {} }));
  write('report.json', `${JSON.stringify(json)}\n`);
  write(
    'changes.patch',
    patchReport(
      documents.filter(({ document }) => !isHidden(document.path)).flatMap(({ changes }) => changes),
      mostOfPatch,
    ),
  );
}

/** The files of it, each as a folder and the path in it. */
export function reportFiles(folder: string): readonly (readonly [string, string])[] {
  const root = rootOf(folder);
  return ['report.md', 'report.json', 'changes.patch'].map((name) => [root, relative(root, join(folder, name))]);
}

/** A first run over thousands of documents has its report in the files themselves. */
const mostSentences = 10_000;
const mostOfPatch = 5_000_000;

/** A folder that a person named may be a link; `.wordferry/` and what is in it came with the repository if it is one. */
function rootOf(folder: string): string {
  const at = folder.lastIndexOf('/.wordferry/');
  return at < 0 ? folder : folder.slice(0, at);
}

function formerOf({ review, moved }: TranslationFiles): Former {
  if (moved !== undefined) return { entries: moved.review.entries, path: moved.path };
  return { entries: review !== undefined && 'entries' in review ? review.entries : [] };
}
