import { join, resolve } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import { type ReadFile, readBilingual, type StatedLanguages, wantedLanguages } from '../exchange/index.ts';
import { createTermFinder, type TermFinder } from '../glossary/find.ts';
import { checkBilingual, type Problem } from '../pipeline/index.ts';
import type { Checked } from '../reports/findings.ts';
import { placeSegments } from '../reports/place-findings.ts';
import { readBilingualText } from '../store/bilingual.ts';
import { readGlossary, readSettings } from '../store/project.ts';
import type { Context } from './context.ts';
import { tryRoot } from './try-root.ts';

export interface LanguageOptions {
  readonly source?: string;
  readonly target?: string;
}

/** Checks files of other tools, in a project (as it says) or anywhere. One that cannot be read does not keep the others from it. */
export async function checkBilingualFiles(
  paths: readonly string[],
  options: LanguageOptions,
  context: Context,
): Promise<Checked> {
  const wanted = wantedLanguages(options);
  const root = tryRoot(context.cwd);
  const finder = await readFinder(context, root);
  const settings = root === undefined ? undefined : (await readSettings(root)).checks;
  const checked = paths.map((path): Checked => {
    const file = tryRead(path, wanted, context);
    if (file instanceof UserError) return { findings: [], problems: [problemOf(file)], leftOut: 1 };
    const problems = file.problems.map(({ message, place }): Problem => {
      return { message, place: { file: path, ...place }, status: exitStatus.findings };
    });
    return { findings: placeSegments(path, checkBilingual(file, finder, settings)), problems, leftOut: 0 };
  });
  return together(checked);
}

export function together(checked: readonly Checked[]): Checked {
  return {
    findings: checked.flatMap(({ findings }) => findings),
    problems: checked.flatMap(({ problems }) => problems),
    leftOut: checked.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/** The glossary that was named, else the project's; outside of a project none. */
async function readFinder({ cwd, glossary }: Context, root: string | undefined): Promise<TermFinder> {
  const file = glossary ?? (root === undefined ? undefined : join(root, 'glossary.yaml'));
  return createTermFinder(file === undefined ? { entries: [] } : await readGlossary(file, root ?? cwd));
}

function tryRead(path: string, wanted: StatedLanguages, { cwd }: Context): ReadFile | UserError {
  try {
    return readBilingual({ text: readBilingualText(resolve(cwd, path), path), path }, wanted);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

const problemOf = ({ text, hint, place, status }: UserError): Problem => ({ message: text, hint, place, status });
