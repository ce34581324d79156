import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Language, State } from '../model.ts';
import { type Acceptance, type AcceptedSentence, acceptSentences } from '../pipeline/accept.ts';
import type { Problem } from '../pipeline/index.ts';
import { type Pointer, parsePointer } from '../pipeline/pointer.ts';
import { problemJson } from '../reports/problem.ts';
import { type Chosen, chosenSentences } from '../run/chosen-sentences.ts';
import { writeDocuments } from '../run/write-documents.ts';
import { findRoot } from '../store/project.ts';
import { type Context, pathsFromRoot, printJson } from './context.ts';
import { openProject } from './open.ts';
import { placeText, showProblems, worst } from './translate-report.ts';
import { underLock } from './under-lock.ts';

interface Options {
  readonly state?: State;
  readonly to?: readonly Language[];
}

/** Marks sentences as reviewed or final: whole documents, lines of either file, or sentences by their id. */
export async function run(
  context: Context,
  args: readonly string[],
  { state = 'reviewed', to }: Options,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  return underLock(context, root, async () => {
    const { paths, pointers } = read(args, context, root);
    const files = [...paths, ...pointers.map(({ path }) => path)];
    const open = await openProject(context, { paths: files.map((path) => `${root}/${path}`), languages: to });
    const chosen = chosenSentences({ paths, pointers, to }, open);
    const accepted = [...chosen].map(([document, entries]) => acceptSentences(document, entries, state));
    const skipped = writeDocuments(root, accepted);
    const written = accepted.filter((each) => !skipped.some((problem) => problem.files === each.files));
    return report(written, [...open.plan.problems, ...skipped], { context, state });
  });
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
  return worst([...problems.map(({ status }) => status), refused.length > 0 ? exitStatus.findings : exitStatus.fine]);
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
