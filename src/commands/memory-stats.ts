import { type ExitStatus, exitStatus } from '../errors.ts';
import { type MemoryStats, memoryStats } from '../pipeline/memory-stats.ts';
import { findRoot, readProject } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { table } from './table.ts';
import { jsonProblem, placeText, showProblems } from './translate-report.ts';

/** What the memory knows in each language, and sentences that people translated in several ways. */
export async function run(context: Context): Promise<ExitStatus> {
  const project = await readProject(findRoot(context.cwd), context.glossary);
  const stats = project.settings.targets.map((language) => memoryStats(project, language));
  if (context.json) {
    const shown = stats.map((each) => ({
      ...each,
      problems: each.problems.map((problem) => jsonProblem(problem, context)),
    }));
    printJson(context, { languages: shown });
  } else {
    for (const line of tableOf(stats, context)) context.output.paint(line);
    for (const each of stats) showInconsistent(each, context);
    showProblems(
      stats.flatMap(({ problems }) => problems),
      context,
    );
  }
  return stats.some(({ problems }) => problems.length > 0) ? exitStatus.findings : exitStatus.fine;
}

const columns = ['reviewed', 'final', 'previous', 'head', 'left', 'imported'] as const;

function tableOf(stats: readonly MemoryStats[], { speaker, output }: Context): readonly string[] {
  const names = ['language', 'documents', ...columns, 'words', 'characters'] as const;
  const titles = names.map((name) => speaker.say({ id: `memory.stats.head.${name}` }));
  const rows = stats.map(({ language, documents, pairs, words, characters }) => [
    language,
    ...[documents, ...columns.map((name) => pairs[name]), words, characters].map(speaker.number),
  ]);
  return table([titles, ...rows], output);
}

function showInconsistent({ language, inconsistent }: MemoryStats, { speaker, output }: Context): void {
  output.print('');
  const values = { count: inconsistent.length };
  output.print(`${language}: ${speaker.say({ id: 'memory.stats.inconsistent', values })}`);
  for (const { source, targets } of inconsistent) {
    output.print(`  ${source}`);
    for (const { target, places } of targets) {
      output.print(`    ${target}`);
      for (const place of places) output.print(`      ${placeText(place).replace(/: $/, '')}`);
    }
  }
}
