import { relative, resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { type Decision, decide, isReleased } from '../pipeline/publish.ts';
import { visible } from '../reports/visible.ts';
import { acquireLock } from '../store/lock.ts';
import { findRoot } from '../store/project.ts';
import { type PublishedFiles, readPublished, swapFolder } from '../store/publish-folder.ts';
import { type Context, printJson } from './context.ts';
import { createManifest, type Manifest, manifestEntry } from './manifest.ts';
import { type OpenProject, openProject } from './open.ts';
import { jsonProblem, placeText, showProblems } from './translate-report.ts';

interface PublishOptions {
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly override?: string;
}

/** Releases, document by document, what the policy allows. A refused one keeps its last published version. */
export async function run(context: Context, paths: readonly string[], options: PublishOptions): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const folder = options.out === undefined ? resolve(root, 'public') : resolve(context.cwd, options.out);
  refuseInside(folder, root);
  const release = options.dryRun ? () => {} : acquireLock(root);
  try {
    const open = await openProject(context, paths);
    const decisions = open.documents.map((document) => decide(document, open.project.settings, options.override));
    const published = readPublished(folder);
    const { manifest, files } = releaseOf(open, decisions, published, paths.length > 0);
    if (!options.dryRun && (manifest.documents.length > 0 || published.size > 0)) swapFolder(folder, files);
    report(open, decisions, manifest, context);
    const isComplete = open.plan.problems.length === 0 && decisions.every(isReleased);
    return isComplete ? exitStatus.fine : exitStatus.findings;
  } finally {
    release();
  }
}

/** The output never takes the place of what the repository lives on. */
function refuseInside(folder: string, root: string): void {
  const path = relative(root, folder);
  const [first = ''] = path.split('/');
  const isOurs =
    path === '' ||
    /^(?:\.git|\.github|\.wordferry|translations|source-.*|node_modules|src)$/.test(first) ||
    root.startsWith(`${folder}/`);
  if (isOurs)
    throw new UserError(
      { id: 'publish.folder' },
      { place: { file: path === '' ? '.' : path }, hint: { id: 'publish.folder.hint' } },
    );
}

interface Release {
  readonly manifest: Manifest;
  readonly files: PublishedFiles;
}

/** What may go out now, what stays as it was published, and, where all was looked at, without what has no source any more. */
function releaseOf(
  { project, plan }: OpenProject,
  decisions: readonly Decision[],
  published: PublishedFiles,
  isPartial: boolean,
): Release {
  const before = readManifest(published.get('manifest.json'));
  const released = new Map(
    decisions.filter(isReleased).map((decision) => [publishedPath(decision.document.files.path), decision]),
  );
  const sources = new Set([
    ...project.sources.map(({ path }) => path),
    ...plan.problems.map(({ place }) => place.file),
  ]);
  const kept = (before?.documents ?? []).filter(
    ({ path, source }) => !released.has(path) && published.has(path) && (isPartial || sources.has(source)),
  );
  const entries = [...kept, ...[...released].map(([path, decision]) => manifestEntry(decision, path))];
  const manifest = createManifest(entries, before);
  const files = new Map(
    manifest.documents.map(({ path }) => [path, released.get(path)?.text ?? published.get(path) ?? '']),
  );
  return { manifest, files: files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`) };
}

/** One folder a language. */
const publishedPath = (path: string): string => path.slice('translations/'.length);

function readManifest(text: string | undefined): Manifest | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

function report({ plan }: OpenProject, decisions: readonly Decision[], manifest: Manifest, context: Context): void {
  const { speaker, output } = context;
  const refused = decisions.filter((decision) => !isReleased(decision));
  if (context.json) {
    const refusals = refused.flatMap(({ refusals }) =>
      refusals.map(({ message, place, sentence }) => ({ ...place, message: speaker.say(message), sentence })),
    );
    const { added, changed, removed } = manifest;
    const problems = plan.problems.map((problem) => jsonProblem(problem, context));
    printJson(context, {
      published: decisions.filter(isReleased).map(({ document }) => document.files.path),
      added,
      changed,
      removed,
      refusals,
      problems,
    });
    return;
  }
  for (const decision of decisions) {
    const { path } = decision.document.files;
    const id = isReleased(decision)
      ? decision.override === undefined
        ? 'publish.released'
        : 'publish.overridden'
      : 'publish.refused';
    if (!context.quiet || id === 'publish.refused') output.print(speaker.say({ id, values: { path } }));
    if (id !== 'publish.refused') continue;
    for (const line of refusalLines(decision, speaker.say)) output.print(visible(line));
  }
  showProblems(plan.problems, context);
}

/** One line a sentence: its place, why it is refused, and the sentence. */
function refusalLines({ refusals }: Decision, say: Context['speaker']['say']): readonly string[] {
  const places = [...new Set(refusals.map(({ place }) => placeText(place)))];
  return places.flatMap((place) => {
    const found = refusals.filter((refusal) => placeText(refusal.place) === place);
    return [`  ${place}${found.map(({ message }) => say(message)).join('; ')}`, `    ${found[0]?.sentence ?? ''}`];
  });
}
