import { engines } from '../engines/index.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { openTranslations } from '../pipeline/open.ts';
import { type AskAll, type Breach, verifyDocument } from '../pipeline/verify.ts';
import { problemJson } from '../reports/problem.ts';
import { askEngines } from '../run/ask-engines.ts';
import { findRoot, readProject } from '../store/project.ts';
import { type Context, pathsFromRoot, printJson } from './context.ts';
import { placeText, showProblems, worst } from './translate-report.ts';

/** Proves on the project's own sources that no byte is lost. Nothing is written. */
export async function run(context: Context, paths: readonly string[]): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const project = await readProject(root, context.glossary);
  const { settings, sources } = project;
  // What is refused breaks no law: nothing of it is written.
  const { problems } = openTranslations({ ...project, translations: [] });
  const refused = new Set(problems.map(({ place }) => place.file));
  const wanted = pathsFromRoot(paths, context.cwd, root);
  const isIn = (path: string, folder: string) => folder === '' || path === folder || path.startsWith(`${folder}/`);
  const known = [...sources.map(({ path }) => path), ...problems.map(({ place }) => place.file ?? '')];
  const lost = wanted.find((each) => !known.some((path) => isIn(path, each)));
  if (lost !== undefined)
    throw new UserError({ id: 'path.unknown' }, { place: { file: lost }, hint: { id: 'path.hint' } });
  const chosen = sources.filter(
    ({ path }) => !refused.has(path) && (wanted.length === 0 || wanted.some((each) => isIn(path, each))),
  );
  const made = new Map([
    ['echo', await engines.echo()],
    ['pseudo', await engines.pseudo()],
  ]);
  const ask: AskAll = async (_, requests) => (await askEngines(requests, { root, engines: made, budget: {} })).answers;
  const breaches: Breach[] = [];
  for (const file of chosen) breaches.push(...(await verifyDocument(file, settings, ask)));
  const texts = new Map(chosen.map(({ path, text }) => [path, text]));
  const broken = breaches.map(({ law, path, offset }) => ({ law, ...placeAt(path, texts.get(path) ?? '', offset) }));
  if (context.json)
    printJson(context, {
      documents: chosen.length,
      breaches: broken,
      problems: problems.map((problem) => problemJson(problem, context.speaker.say)),
    });
  else {
    show(chosen.length, broken, context);
    showProblems(problems, context);
  }
  return worst([...problems.map(({ status }) => status), broken.length > 0 ? exitStatus.findings : exitStatus.fine]);
}

/** The first byte that differs, from 0, with its line and column. */
function placeAt(file: string, text: string, offset: number) {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, byte: Buffer.byteLength(before) };
}

function show(
  documents: number,
  broken: readonly (ReturnType<typeof placeAt> & { readonly law: Breach['law'] })[],
  { speaker, output, quiet }: Context,
): void {
  for (const { law, byte, ...place } of broken)
    output.print(`${placeText(place)}${speaker.say({ id: `verify.${law}`, values: { byte } })}`);
  if (!quiet)
    output.print(
      speaker.say({
        id: broken.length > 0 ? 'verify.broken' : 'verify.kept',
        values: { documents, broken: broken.length },
      }),
    );
}
