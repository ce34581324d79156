import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Entry, State } from '../model.ts';
import { acceptEntry, entriesAt, refusal, type Target } from '../pipeline/accept.ts';
import { leftPairs, type TranslatedDocument } from '../pipeline/index.ts';
import { placeOf, writeReviewFile } from '../review-file/index.ts';
import { skippedProblems } from '../run/skipped-problems.ts';
import { applyChanges, recover } from '../store/apply.ts';
import { acquireLock } from '../store/lock.ts';
import { keepLeft } from '../store/memory.ts';
import { findRoot } from '../store/project.ts';
import { type Context, pathsFromRoot, printJson } from './context.ts';
import { type OpenProject, openProject } from './open.ts';
import { jsonProblem, placeText, showProblems, worst } from './translate-report.ts';

/** Marks sentences as reviewed or final: whole documents, lines of either file, or sentences by their id. */
export async function run(
  context: Context,
  args: readonly string[],
  { state = 'reviewed' }: { readonly state?: State },
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const release = acquireLock(root);
  try {
    recover(root);
    const targets = args.map((arg) => targetOf(arg, context, root));
    const paths = targets.filter((target) => typeof target === 'string');
    const points = targets.filter((target) => typeof target !== 'string');
    const open = await openProject(context, points.length === 0 ? paths.map((path) => `${root}/${path}`) : []);
    return acceptAll(open, { paths, points }, state, context);
  } finally {
    release();
  }
}

interface Chosen {
  /** From the root; a document, one of its files, or a folder. */
  readonly paths: readonly string[];
  readonly points: readonly Target[];
}

/** `source-de/a.txt#5c0e77d1`, `translations/en/a.txt:12`, or a path. */
function targetOf(arg: string, { cwd }: Context, root: string): Target | string {
  const fromRoot = (path: string) => pathsFromRoot([path], cwd, root)[0] ?? '';
  const id = /^(.+)#([0-9a-f]{8}(?:~\d+)?)$/.exec(arg);
  if (id) return { id: `${fromRoot(id[1] ?? '')}#${id[2]}` };
  const point = /^(.+):(\d+)$/.exec(arg);
  return point ? { path: fromRoot(point[1] ?? ''), line: Number(point[2]) } : fromRoot(arg);
}

interface Accepted {
  readonly document: TranslatedDocument;
  readonly entries: readonly Entry[];
  readonly fakes: readonly Entry[];
  readonly empty: number;
}

function acceptAll(
  { root, project, plan, documents }: OpenProject,
  { paths, points }: Chosen,
  state: State,
  context: Context,
): ExitStatus {
  for (const point of points) {
    if (!documents.some((document) => entriesAt(document, point, project.settings).length > 0)) throw lost(point);
  }
  const isChosen = ({ files }: TranslatedDocument) =>
    paths.some(
      (path) =>
        path === '' ||
        [files.source, files.path, files.reviewPath].some((file) => file === path || file.startsWith(`${path}/`)),
    );
  const accepted = documents.map((document) => {
    const chosen = isChosen(document)
      ? document.review.entries
      : points.flatMap((point) => entriesAt(document, point, project.settings));
    return acceptOne(document, new Set(chosen), state);
  });
  const changed = accepted.filter(({ document, entries }) =>
    entries.some((entry, at) => entry !== document.review.entries[at]),
  );
  keepLeft(
    root,
    changed.flatMap(({ document, entries }) =>
      leftPairs(document, entries).map((pair) => ({ ...pair, language: document.languages.target })),
    ),
  );
  const sets = changed.flatMap(({ document, entries }) => changeSets(document, entries));
  const skipped = skippedProblems(applyChanges(root, sets));
  return report(accepted, [...plan.problems, ...skipped], context);
}

function lost(target: Target): UserError {
  return 'id' in target
    ? new UserError({ id: 'accept.id', values: { id: target.id } }, { hint: { id: 'accept.hint' } })
    : new UserError(
        { id: 'accept.line' },
        { place: { file: target.path, line: target.line }, hint: { id: 'accept.hint' } },
      );
}

function acceptOne(document: TranslatedDocument, chosen: ReadonlySet<Entry>, state: State): Accepted {
  const { entries } = document.review;
  const why = (entry: Entry) => (chosen.has(entry) ? refusal(entry) : undefined);
  return {
    document,
    entries: entries.map((entry) =>
      chosen.has(entry) && why(entry) === undefined ? acceptEntry(entry, state) : entry,
    ),
    fakes: entries.filter((entry) => why(entry) === 'fake'),
    empty: entries.filter((entry) => why(entry) === 'empty').length,
  };
}

function changeSets(document: TranslatedDocument, entries: readonly Entry[]) {
  const { files, review } = document;
  const before = files.review !== undefined && 'entries' in files.review ? files.review.text : undefined;
  const after = writeReviewFile({ ...review, entries });
  const translated = document.changes.filter(({ path }) => path === files.path);
  const changes = before === after ? translated : [...translated, { path: files.reviewPath, before, after }];
  return changes.length === 0
    ? []
    : [{ source: { path: document.document.path, text: document.document.text }, changes }];
}

function report(
  accepted: readonly Accepted[],
  problems: OpenProject['plan']['problems'],
  context: Context,
): ExitStatus {
  const { speaker, output } = context;
  const count = accepted.reduce(
    (sum, { document, entries }) => sum + entries.filter((entry, at) => entry !== document.review.entries[at]).length,
    0,
  );
  const empty = accepted.reduce((sum, one) => sum + one.empty, 0);
  const fakes = accepted.flatMap(({ document, fakes }) =>
    fakes.map((entry) => ({ entry, place: placeOf(document.review, entry) })),
  );
  if (context.json) {
    printJson(context, {
      accepted: count,
      empty,
      refused: fakes.map(({ place }) => place),
      problems: problems.map((problem) => jsonProblem(problem, context)),
    });
  } else if (!context.quiet) {
    output.print(speaker.say({ id: 'accept.done', values: { count } }));
    if (empty > 0) output.print(speaker.say({ id: 'accept.empty', values: { count: empty } }));
  }
  for (const { entry, place } of fakes)
    output.note(`${placeText(place)}${speaker.say({ id: 'accept.fake', values: { machine: entry.machine ?? '' } })}`);
  showProblems(problems, context);
  return worst([...problems.map(({ status }) => status), fakes.length > 0 ? exitStatus.findings : exitStatus.fine]);
}
