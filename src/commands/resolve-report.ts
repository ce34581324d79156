import type { Entry } from '../model.ts';
import type { ReviewConflict } from '../pipeline/resolve/resolve.ts';
import { problemJson } from '../reports/problem.ts';
import type { ResolvedReview, ResolvedReviews } from '../run/resolve-reviews.ts';
import { readSideAuthors, type SideAuthors } from '../store/side-authors.ts';
import { type Context, printJson } from './context.ts';
import { placeText, showProblems } from './translate-report.ts';

interface Resolutions extends ResolvedReviews {
  readonly root: string;
  /** Nothing was written. */
  readonly isDry: boolean;
}

/** What `resolve` did, for people and as JSON. */
export function reportResolved(resolutions: Resolutions, context: Context): void {
  if (context.json) printJson(context, jsonOf(resolutions, context));
  else show(resolutions, context);
}

/** One side of a conflict that people have to settle. `null`: it is not about an entry, or not known. */
interface Side {
  /** What git calls it. */
  readonly label: string;
  readonly author: string | null;
  readonly target: string | null;
  readonly state: Entry['state'] | null;
}

interface Open {
  readonly line: number;
  readonly source: string | null;
  readonly ours: Side;
  readonly theirs: Side;
}

function openIn(root: string, { path, resolution: { conflicts }, labels }: ResolvedReview): readonly Open[] {
  if (conflicts.length === 0) return [];
  const authors = readSideAuthors(root, path);
  return conflicts.map((conflict) => {
    const of = (side: keyof SideAuthors) => sideOf(conflict, side, { label: labels[side], authors });
    return { line: conflict.line, source: conflict.ours?.source ?? null, ours: of('ours'), theirs: of('theirs') };
  });
}

function sideOf(
  conflict: ReviewConflict,
  side: keyof SideAuthors,
  { label, authors }: { readonly label: string; readonly authors: SideAuthors },
): Side {
  const { target, state } = conflict[side] ?? {};
  const author = authors[side].get(target?.split('\n', 1)[0]?.trim() ?? '') ?? null;
  return { label, author, target: target ?? null, state: state ?? null };
}

/** Kept stable. */
function jsonOf({ root, files, damaged, isDry }: Resolutions, { speaker }: Context): unknown {
  return {
    dryRun: isDry,
    files: files.map((file) => ({
      file: file.path,
      settled: file.resolution.settled,
      conflicts: openIn(root, file),
    })),
    problems: damaged.map((error) => problemJson({ ...error, message: error.text }, speaker.say)),
  };
}

function show({ root, files, damaged, isDry }: Resolutions, context: Context): void {
  const { speaker, output, quiet } = context;
  for (const file of files) {
    const open = openIn(root, file);
    if (!quiet) {
      const values = { count: file.resolution.settled, path: file.path };
      output.print(speaker.say({ id: isDry ? 'resolve.plan' : 'resolve.done', values }));
    }
    for (const conflict of open) for (const line of linesOf(file.path, conflict, context)) output.print(line);
  }
  if (!quiet) for (const line of nextSteps({ files, damaged, isDry }, context)) output.print(line);
  showProblems(
    damaged.map((error) => ({ ...error, message: error.text })),
    context,
  );
}

/** The sentence, and below it the texts of either side. */
function linesOf(file: string, { line, source, ...sides }: Open, { speaker }: Context): readonly string[] {
  const what = source ?? speaker.say({ id: 'resolve.head' });
  const texts = [sides.ours, sides.theirs].map(({ label, author, target, state }) => {
    const who = [label, author, state && speaker.say({ id: `state.${state}` })].filter(Boolean).join(', ');
    return `  ${who}: ${target ?? ''}`.trimEnd();
  });
  return [`${placeText({ file, line })}${what}`, ...texts];
}

function nextSteps({ files, damaged, isDry }: Omit<Resolutions, 'root'>, { speaker }: Context): readonly string[] {
  if (files.length === 0) return damaged.length > 0 ? [] : [speaker.say({ id: 'resolve.nothing' })];
  const open = files.filter(({ resolution }) => resolution.conflicts.length > 0);
  const settled = files.filter((file) => !open.includes(file));
  const clean = settled.flatMap(({ path, translated }) => [translated, path].map(shellWord));
  const count = open.reduce((sum, { resolution }) => sum + resolution.conflicts.length, 0);
  const { ours = '', theirs = '' } = open[0]?.labels ?? {};
  return [
    ...(count > 0 ? [speaker.say({ id: 'resolve.left', values: { count, ours, theirs } })] : []),
    ...(clean.length > 0 && !isDry ? [speaker.say({ id: 'resolve.next', values: { paths: clean.join(' ') } })] : []),
  ];
}

/** People copy it into their shell. */
const shellWord = (path: string): string => (/^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
