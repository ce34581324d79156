import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Language, State } from '../model.ts';
import { isOwner } from '../owners/index.ts';
import { type Acceptance, type AcceptedSentence, acceptSentences } from '../pipeline/accept.ts';
import type { Problem } from '../pipeline/index.ts';
import { type Pointer, parsePointer } from '../pipeline/pointer.ts';
import { problemJson } from '../reports/problem.ts';
import { acceptingBy, acceptingMerged } from '../run/accepting.ts';
import { type Chosen, chosenSentences } from '../run/chosen-sentences.ts';
import { baseCommit, type Responsible, readResponsible, responsibleAt } from '../run/responsible.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { findRoot } from '../store/project.ts';
import { type Context, note, pathsFromRoot, printJson } from './context.ts';
import { type OpenProject, openProject } from './open.ts';
import { placeText, showProblems, worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface Options {
  readonly state?: State;
  readonly to?: readonly Language[];
  readonly by?: readonly string[];
  readonly base?: string;
  readonly merged?: string;
}

/**
 * Marks sentences as reviewed or final: whole documents, lines of either file, sentences by their id, or what merges
 * brought; with `--by` only those that these people are responsible for.
 */
export async function run(context: Context, args: readonly string[], options: Options): Promise<ExitStatus> {
  const { state = 'reviewed', to, merged } = options;
  checkUse(args, options);
  const root = findRoot(context.cwd);
  return underLock(context, root, async () => {
    const { paths, pointers } = read(args, context, root);
    const files = [...paths, ...pointers.map(({ path }) => path)];
    const open = await openProject(context, { paths: files.map((path) => `${root}/${path}`), languages: to });
    const asked = { state, by: options.by, env: context.env };
    const accepting =
      merged === undefined
        ? acceptingBy(chosenSentences({ paths, pointers, to }, open), asked, await whoMay(open, options, context))
        : await acceptingMerged(open, merged, asked);
    const accepted = [...accepting].map(([document, each]) => acceptSentences(document, each));
    const skipped = writeDocuments(root, accepted);
    const written = accepted.filter((each) => !skipped.some((problem) => problem.files === each.files));
    return report(written, [...open.plan.problems, ...skipped], { context, state, isMerge: merged !== undefined });
  });
}

/** Throws `UserError` for what cannot be meant. */
function checkUse(args: readonly string[], { by = [], merged }: Options): void {
  const wrong = by.find((owner) => !isOwner(owner));
  if (wrong !== undefined) throw new UserError({ id: 'accept.by', values: { by: wrong } });
  if (args.length === 0 && merged === undefined) throw new UserError({ id: 'accept.nothing' });
}

/** Who may accept, where somebody asks in the name of others. */
async function whoMay(
  { root, project: { settings } }: OpenProject,
  { by, base }: Options,
  context: Context,
): Promise<Responsible | undefined> {
  if (by === undefined) return undefined;
  const asked = { settings, env: context.env };
  const commit = baseCommit(root, base, context.env);
  const responsible = commit === undefined ? readResponsible(root, asked) : await responsibleAt(root, commit, asked);
  const { file = '', unread } = responsible.codeOwners;
  for (const line of unread.slice(0, mostListed)) note(context, { id: 'owners.unread', values: { file, line } });
  return responsible;
}

function read(args: readonly string[], { cwd }: Context, root: string): Pick<Chosen, 'paths' | 'pointers'> {
  const fromRoot = (path: string) => pathsFromRoot([path], cwd, root)[0] ?? '';
  const given = args.map((arg) => parsePointer(arg) ?? arg);
  const pointers = given.filter((each): each is Pointer => typeof each !== 'string');
  return {
    paths: given.filter((each) => typeof each === 'string').map(fromRoot),
    // An id is a name from the root, wherever it is typed.
    pointers: pointers.map((pointer) => ('hash' in pointer ? pointer : { ...pointer, path: fromRoot(pointer.path) })),
  };
}

interface Asked {
  readonly context: Context;
  readonly state: State;
  /** What a merge leaves is left to people, and no fault of it. */
  readonly isMerge: boolean;
}

function report(acceptances: readonly Acceptance[], problems: readonly Problem[], asked: Asked): ExitStatus {
  const accepted = acceptances.flatMap((each) => each.accepted);
  const refused = acceptances.flatMap((each) => each.refused);
  const { speaker, json } = asked.context;
  if (json)
    printJson(asked.context, {
      accepted: accepted.map(({ place, ...sentence }) => ({ ...sentence, ...place })),
      refused: refused.map(({ place, reason, ...sentence }) => ({
        ...sentence,
        ...place,
        reason: speaker.say(reason),
      })),
      problems: problems.map((problem) => problemJson(problem, speaker.say)),
    });
  else show({ accepted, refused }, problems, asked);
  const isRefused = refused.length > 0 && !asked.isMerge;
  return worst([...problems.map(({ status }) => status), isRefused ? exitStatus.findings : exitStatus.fine]);
}

function show(
  { accepted, refused }: Pick<Acceptance, 'accepted' | 'refused'>,
  problems: readonly Problem[],
  { context, state }: Asked,
): void {
  const { speaker, output, quiet } = context;
  if (!quiet) {
    const lines = accepted.map((sentence) => `${placeText(sentence.place)}${beginning(sentence)}`);
    for (const line of listed(lines, context)) output.print(line);
    const values = { count: accepted.length, state: speaker.say({ id: `state.${state}` }) };
    output.print(speaker.say({ id: 'accept.done', values }));
  }
  const reasons = refused.map(({ place, reason }) => `${placeText(place)}${speaker.say(reason)}`);
  for (const line of listed(reasons, context)) output.note(line);
  showProblems(problems, context);
}

/** Enough to see which sentences they are. */
const mostListed = 10;

function listed(lines: readonly string[], { speaker }: Context): readonly string[] {
  const count = lines.length - mostListed;
  const further = count > 0 ? [speaker.say({ id: 'accept.further', values: { count } })] : [];
  return [...lines.slice(0, mostListed), ...further];
}

/** A joined sentence has no text of its own. */
function beginning({ source, target }: AcceptedSentence): string {
  const text = [...(target === '' ? source : target)];
  return text.length > 60 ? `${text.slice(0, 59).join('')}…` : text.join('');
}
