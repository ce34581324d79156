import { join } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { proposedEntries } from '../glossary/candidates/proposed-entries.ts';
import { createTermFinder } from '../glossary/find.ts';
import type { Document } from '../model.ts';
import { type Candidate, candidatesIn } from '../pipeline/candidates.ts';
import { type Problem, segmentDocument } from '../pipeline/index.ts';
import { problemJson } from '../reports/problem.ts';
import type { Settings } from '../settings.ts';
import { guardFormats } from '../store/guarded-formats.ts';
import { findRoot, readGlossary, readSettings } from '../store/project.ts';
import { readSources } from '../store/sources.ts';
import { type Context, pathsFromRoot, printJson } from './context.ts';
import { table } from './table.ts';
import { showProblems, worst } from './translate-report.ts';

interface Options {
  readonly min?: number;
  readonly yaml?: boolean;
}

/** Names in the sources that no entry of the glossary covers: what to decide before money is spent. */
export async function run(context: Context, paths: readonly string[], options: Options): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const glossary = await readGlossary(context.glossary ?? join(root, 'glossary.yaml'), root);
  const { documents, problems } = readDocuments(root, settings, pathsFromRoot(paths, context.cwd, root));
  const candidates = candidatesIn(documents, createTermFinder(glossary)).filter((candidate) =>
    isOftenEnough(candidate, options.min),
  );
  if (context.json) printJson(context, jsonOf(candidates, problems, context));
  else if (options.yaml) for (const line of proposedEntries(candidates, settings.targets)) context.output.print(line);
  else show(candidates, documents.length, context);
  if (!context.json) showProblems(problems, context);
  return worst(problems.map(({ status }) => status));
}

/** A word alone may be no name where it stands once. */
function isOftenEnough({ kind, count }: Candidate, min?: number): boolean {
  return count >= (min ?? (kind === 'acronym' || kind === 'multiword' ? 1 : 2));
}

interface ReadDocuments {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

function readDocuments(root: string, settings: Settings, paths: readonly string[]): ReadDocuments {
  const { sources, problems } = readSources(root, settings);
  const isMeant = (file: string, path: string) => path === '' || file === path || file.startsWith(`${path}/`);
  const files = [...sources.map(({ path }) => path), ...problems.map(({ place }) => place.file ?? '')];
  const lost = paths.find((path) => !files.some((file) => isMeant(file, path)));
  if (lost !== undefined)
    throw new UserError({ id: 'path.unknown' }, { place: { file: lost }, hint: { id: 'path.hint' } });
  const isAsked = (file: string) => paths.length === 0 || paths.some((path) => isMeant(file, path));
  const { formatOf } = guardFormats(settings.limits.seconds);
  const read = sources
    .filter(({ path }) => isAsked(path))
    .flatMap((source) => {
      const format = formatOf(source.path);
      return format === undefined ? [] : [segmentDocument(source, format, settings)];
    });
  const refused = read.flatMap(({ path, refusal }): readonly Problem[] =>
    refusal === undefined ? [] : [{ ...refusal, place: { file: path }, status: exitStatus.findings }],
  );
  return {
    documents: read.filter(({ refusal }) => refusal === undefined),
    problems: [...problems.filter(({ place }) => isAsked(place.file ?? '')), ...refused],
  };
}

/** Kept stable. */
function jsonOf(candidates: readonly Candidate[], problems: readonly Problem[], { speaker }: Context): unknown {
  return { candidates, problems: problems.map((problem) => problemJson(problem, speaker.say)) };
}

function show(candidates: readonly Candidate[], documents: number, { speaker, output }: Context): void {
  const { say } = speaker;
  const head = (['name', 'kind', 'count', 'documents', 'places'] as const).map((id) => say({ id: `candidates.${id}` }));
  const rows = candidates.map((candidate) => [
    namesOf(candidate),
    say({ id: `candidates.kind.${candidate.kind}` }),
    String(candidate.count),
    String(candidate.documents),
    candidate.places.map(({ file, line }) => `${file}:${line}`).join(' '),
  ]);
  if (rows.length > 0) for (const line of table([head, ...rows], output)) output.paint(line);
  output.print(say({ id: 'candidates.summary', values: { count: candidates.length, documents } }));
}

/** `Pjöngjang (Pjöngjangs)` */
function namesOf({ name, forms }: Candidate): string {
  const others = forms.filter((form) => form !== name);
  return others.length === 0 ? name : `${name} (${others.slice(0, 3).join(', ')}${others.length > 3 ? ' …' : ''})`;
}
