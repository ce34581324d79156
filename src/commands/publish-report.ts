import type { Decision } from '../pipeline/publish/publish.ts';
import { publishedPath, type Release } from '../pipeline/publish/release.ts';
import { visible } from '../reports/visible.ts';
import { type Context, printJson } from './context.ts';
import { jsonProblem, placeText, showProblems } from './translate-report.ts';

/** `plan`: what would be done. */
export type Mode = 'plan' | 'done';

/** What went out, what did not and why, what stays, what is gone, and what to do next. */
export function reportPublication(context: Context, release: Release, mode: Mode): void {
  if (context.json) {
    printJson(context, { ...(mode === 'plan' && { dryRun: true }), ...jsonRelease(release, context) });
    return;
  }
  const { print } = context.output;
  if (!context.quiet) for (const line of doneLines(release, mode, context)) print(line);
  for (const line of refusedLines(release, context)) print(line);
  if (!context.quiet) for (const line of closingLines(release, mode, context)) print(line);
  showProblems(release.problems, context);
}

function jsonRelease({ released, refused, kept, manifest, problems }: Release, context: Context): object {
  const pathsOf = (decisions: readonly Decision[]) => decisions.map(({ document }) => document.files.path);
  const { added, changed, removed } = manifest;
  return {
    published: pathsOf(released),
    overridden: pathsOf(released.filter(({ override }) => override !== undefined)),
    refused: pathsOf(refused),
    kept: kept.map(({ path }) => path),
    added,
    changed,
    removed,
    refusals: refused.flatMap(({ refusals }) =>
      refusals.map(({ message, place, sentence }) => ({ ...place, message: context.speaker.say(message), sentence })),
    ),
    problems: problems.map((problem) => jsonProblem(problem, context)),
  };
}

/** The refused documents with their sentences; what stays of them says so. */
function refusedLines({ refused, kept }: Release, { speaker }: Context): readonly string[] {
  const staying = new Set(kept.map(({ path }) => path));
  return refused.flatMap((decision) => {
    const id = staying.has(publishedPath(decision)) ? 'publish.kept' : 'publish.refused';
    const { path } = decision.document.files;
    return [speaker.say({ id, values: { path } }), ...sentenceLines(decision, speaker.say)];
  });
}

/**
 * A sentence's place, why it is refused, and the sentence, behind a sign: a line that begins with `::` would be a command
 * to the program that runs the workflow.
 */
function sentenceLines({ refusals }: Decision, say: Context['speaker']['say']): readonly string[] {
  const places = [...new Set(refusals.map(({ place }) => placeText(place)))];
  return places.flatMap((place) => {
    const found = refusals.filter((refusal) => placeText(refusal.place) === place);
    const lines = (found[0]?.sentence ?? '').split(/\r\n|[\n\r\u0085\u2028\u2029]/);
    return [
      `  ${place}${found.map(({ message }) => say(message)).join('; ')}`,
      ...lines.map((line) => visible(`  │ ${line}`)),
    ];
  });
}

function doneLines({ released, manifest }: Release, mode: Mode, { speaker }: Context): readonly string[] {
  const published = released.map(({ document, override }) => {
    const id = override === undefined ? 'publish.released' : 'publish.overridden';
    return speaker.say({ id, values: { path: document.files.path, mode } });
  });
  const removed = manifest.removed.map((path) => speaker.say({ id: 'publish.removed', values: { path, mode } }));
  return [...published, ...removed];
}

function closingLines(
  { released, refused, kept, manifest }: Release,
  mode: Mode,
  { speaker }: Context,
): readonly string[] {
  const counts = {
    published: released.length,
    refused: refused.length,
    kept: kept.length,
    removed: manifest.removed.length,
  };
  const next = refused.some(({ refusals }) => refusals.length > 0) ? [speaker.say({ id: 'publish.next' })] : [];
  return [speaker.say({ id: 'publish.summary', values: { ...counts, mode } }), ...next];
}
