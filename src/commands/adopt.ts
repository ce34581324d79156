import type { ExitStatus } from '../errors.ts';
import type { Language, State } from '../model.ts';
import type { PairCounts } from '../pipeline/pile/paired-entries.ts';
import { type AdoptedDocument, adoptPile, type PlannedAdoption } from '../run/adopt-pile.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { asFinished } from '../store/as-finished.ts';
import { findRoot, readProject } from '../store/project.ts';
import { type Context, pathsFromRoot, printJson } from './context.ts';
import { jsonProblem, showProblems, worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface Options {
  readonly to?: readonly Language[];
  readonly state?: State;
  readonly assumeCurrent?: boolean;
  readonly dryRun?: boolean;
}

/** Brings translated files that wordferry did not write under review files. No translated file is touched, nobody is asked. */
export async function run(
  context: Context,
  args: readonly string[],
  { dryRun, state = 'translated', ...given }: Options,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const options = { ...given, state, paths: pathsFromRoot(args, context.cwd, root) };
  const read = () => readProject(root, context.glossary);
  if (dryRun) return report(context, adoptPile(root, asFinished(root, await read()), options), 'plan');
  return underLock(context, root, async () =>
    report(context, written(root, adoptPile(root, await read(), options)), 'done'),
  );
}

function written(root: string, planned: PlannedAdoption): PlannedAdoption {
  const skipped = writeDocuments(
    root,
    planned.documents.map((document) => ({ ...document, left: [] })),
  );
  const documents = planned.documents.filter(({ files }) => !skipped.some((problem) => problem.files === files));
  return { ...planned, documents, problems: [...planned.problems, ...skipped] };
}

type Mode = 'plan' | 'done';

function report(context: Context, { documents, managed, problems }: PlannedAdoption, mode: Mode): ExitStatus {
  const { json, quiet, output, speaker } = context;
  const totals = sumOf(documents.map(({ counts }) => counts));
  if (json) {
    const rows = documents.map(jsonDocument);
    const left = problems.map((problem) => jsonProblem(problem, context));
    printJson(context, { ...(mode === 'plan' && { dryRun: true }), documents: rows, totals, managed, problems: left });
  } else if (!quiet) {
    for (const document of documents) output.print(documentLine(document, context));
    const values = { count: documents.length, parts: parts(totals, context), mode };
    output.print(speaker.say({ id: 'adopt.summary', values }));
    if (managed.length > 0) output.print(speaker.say({ id: 'adopt.managed', values: { count: managed.length } }));
  }
  if (!json) showProblems(problems, context);
  return worst(problems.map(({ status }) => status));
}

/** Kept stable. */
function jsonDocument({ files, commit, counts }: AdoptedDocument): object {
  return {
    source: files.source,
    path: files.path,
    review: files.reviewPath,
    language: files.language,
    commit,
    ...counts,
  };
}

const kinds = ['paired', 'stale', 'untranslated', 'sourceOnly', 'targetOnly'] as const;

function sumOf(all: readonly PairCounts[]): PairCounts {
  const sum = (kind: (typeof kinds)[number]) => all.reduce((total, counts) => total + counts[kind], 0);
  return {
    paired: sum('paired'),
    stale: sum('stale'),
    untranslated: sum('untranslated'),
    sourceOnly: sum('sourceOnly'),
    targetOnly: sum('targetOnly'),
  };
}

/** `translations/en/a.txt  12 paired, 1 stale` */
function documentLine({ files: { path }, commit, counts }: AdoptedDocument, context: Context): string {
  const id = commit === undefined ? 'adopt.document.now' : 'adopt.document';
  return context.speaker.say({
    id,
    values: { path, parts: parts(counts, context), commit: (commit ?? '').slice(0, 8) },
  });
}

function parts(counts: PairCounts, { speaker }: Context): string {
  const shown = kinds.filter((kind) => kind === 'paired' || counts[kind] > 0);
  return speaker.list(shown.map((kind) => speaker.say({ id: `adopt.count.${kind}`, values: { count: counts[kind] } })));
}
