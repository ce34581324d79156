import { basename, dirname, resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { isWritable, type MemoryUnit, textOf, uniqueUnits, writeTmx } from '../exchange/memory/index.ts';
import type { Language } from '../model.ts';
import type { Problem, Project } from '../pipeline/index.ts';
import { importedIn, rememberedIn, unitOf } from '../pipeline/remembered.ts';
import { selectTargets } from '../run/selection.ts';
import { findRoot, readProject } from '../store/project.ts';
import { writeAtomic } from '../store/write-atomic.ts';
import { type Context, note, printJson } from './context.ts';
import { jsonProblem, showProblems } from './translate-report.ts';

interface ExportOptions {
  readonly to?: readonly Language[];
  readonly out?: string;
  readonly reviewedOnly?: boolean;
}

/** The memory as TMX: what people accepted, and behind it what was imported. What XML cannot hold is said. */
export async function run(
  context: Context,
  _: readonly string[],
  { to, out, reviewedOnly }: ExportOptions,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const project = await readProject(root, context.glossary);
  const language = oneTarget(project, to);
  const accepted = acceptedUnits(project, language);
  const imported = reviewedOnly ? none : importedIn(project, language);
  const units = uniqueUnits([...accepted.units, ...imported.units]);
  const problems = [...accepted.problems, ...imported.problems];
  const text = { [Symbol.iterator]: () => writeTmx(units, project.settings.source) };
  if (out !== undefined) writeAtomic(dirname(resolve(context.cwd, out)), basename(out), text);
  if (context.json) {
    const written = out === undefined ? { text: [...text].join('') } : { out };
    const found = problems.map((problem) => jsonProblem(problem, context));
    printJson(context, { language, pairs: units.length, ...written, problems: found });
  } else {
    if (out === undefined) for (const chunk of text) context.output.write(chunk);
    else note(context, { id: 'memory.export.done', values: { count: units.length, path: out } });
    showProblems(problems, context);
  }
  return problems.length > 0 ? exitStatus.findings : exitStatus.fine;
}

/** Tools that look for two languages in a file take what else is in it for the second: OmegaT Korean for English. */
function oneTarget({ settings }: Project, to: readonly Language[] | undefined): Language {
  const [language, ...others] = selectTargets(settings, to);
  if (language !== undefined && others.length === 0) return language;
  const targets = language === undefined ? [] : [language, ...others];
  throw new UserError({ id: 'memory.export.language', values: { count: targets.length, targets } });
}

interface Units {
  readonly units: readonly MemoryUnit[];
  readonly problems: readonly Problem[];
}

const none: Units = { units: [], problems: [] };

function acceptedUnits(project: Project, language: Language): Units {
  const problems: Problem[] = [];
  const units = rememberedIn(project, language).flatMap((pair) => {
    const unit = unitOf(pair);
    if (isWritable(textOf(unit.source) + textOf(unit.target))) return [unit];
    problems.push({ message: { id: 'memory.unit.characters' }, place: pair.place, status: exitStatus.findings });
    return [];
  });
  return { units, problems };
}
