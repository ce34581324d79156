import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Language } from '../model.ts';
import { parsePointer } from '../pipeline/pointer.ts';
import { visibleText } from '../reports/visible.ts';
import { type BlamedSentence, blameSentences, type Deed } from '../run/blame-sentences.ts';
import { chosenSentences } from '../run/chosen-sentences.ts';
import { type Context, pathsFromRoot, printJson } from './context.ts';
import { lookAtProject } from './open.ts';
import { placeText, showProblems, worst } from './translate-report.ts';

interface Options {
  readonly to?: readonly Language[];
}

/** Who wrote each sentence of a document, a person or an engine, who accepted it, in which commit and pull request. */
export async function run(context: Context, [asked = '']: readonly string[], { to }: Options): Promise<ExitStatus> {
  const open = await lookAtProject(context, { languages: to });
  const fromRoot = (path: string) => pathsFromRoot([path], context.cwd, open.root)[0] ?? '';
  const given = parsePointer(asked);
  const pointer = given === undefined || 'hash' in given ? given : { ...given, path: fromRoot(given.path) };
  const paths = pointer === undefined ? [fromRoot(asked)] : [];
  const chosen = chosenSentences({ paths, pointers: pointer === undefined ? [] : [pointer], to }, open);
  const sentences = [...chosen].flatMap(([document, entries]) =>
    entries.size === 0 ? [] : blameSentences(open.root, document, entries),
  );
  if (context.json) printJson(context, { sentences: sentences.map(sentenceJson) });
  else for (const sentence of sentences) show(sentence, context);
  if (!context.json) showProblems(open.plan.problems, context);
  return sentences.length > 0 ? exitStatus.fine : worst(open.plan.problems.map(({ status }) => status));
}

function sentenceJson({ place, written, accepted, ...sentence }: BlamedSentence): unknown {
  return { ...place, ...sentence, written: deedJson(written), accepted: accepted && deedJson(accepted) };
}

const deedJson = ({ machine, commit }: Deed): unknown => ({ machine, ...commit });

function show({ source, target, state, place, written, accepted }: BlamedSentence, { speaker, output }: Context): void {
  const { say } = speaker;
  const by = (deed: Deed): string => deedText(deed, say);
  output.print(`${placeText(place)}${say({ id: `state.${state}` })}`);
  for (const text of [source, target]) if (text) output.print(`  ${visibleText(text)}`);
  output.print(`  ${say({ id: 'blame.written', values: { by: by(written) } })}`);
  if (accepted !== undefined) output.print(`  ${say({ id: 'blame.accepted', values: { by: by(accepted) } })}`);
}

/** `deepl, Kim Minji, 2026-05-03, 4fa3c2d Neue Zahlen (#12)` */
function deedText({ machine, commit }: Deed, say: Context['speaker']['say']): string {
  if (commit === undefined) return [machine, say({ id: 'blame.uncommitted' })].filter(Boolean).join(', ');
  const { author, date, subject, pullRequest, reviewedBy } = commit;
  const request = pullRequest === undefined || subject.endsWith(`(${pullRequest})`) ? '' : ` (${pullRequest})`;
  const reviewers =
    reviewedBy.length === 0 ? [] : [say({ id: 'blame.reviewed', values: { names: reviewedBy.join(', ') } })];
  const what = `${commit.commit.slice(0, 8)} ${subject}${request}`;
  return visibleText([machine, author, date.slice(0, 10), what, ...reviewers].filter(Boolean).join(', '));
}
