import { join, resolve } from 'node:path';
import type { ExitStatus } from '../errors.ts';
import { type GlossaryFile, readGlossaryFile } from '../exchange/glossary/index.ts';
import { parseGlossary } from '../glossary/load.ts';
import { type Merge, mergeGlossary } from '../glossary/merge.ts';
import { mergedText } from '../glossary/write/merged-text.ts';
import type { Language } from '../model.ts';
import { readBilingualText } from '../store/bilingual.ts';
import { writeGlossaryText } from '../store/glossary.ts';
import { findRoot, readGlossaryText, readSettings } from '../store/project.ts';
import type { Context } from './context.ts';
import { reportImport } from './glossary-import-report.ts';
import { glossaryLanguages } from './glossary-languages.ts';
import { underLock } from './under-lock.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly to?: readonly Language[];
}

/** Takes over terms from another tool's file. What contradicts the glossary changes nothing and is reported. */
export async function run(
  context: Context,
  [path = '']: readonly string[],
  { dryRun, to }: ImportOptions,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  if (dryRun) return reportImport(context, await plan(context, { root, path, to }), 'plan');
  return underLock(context, root, async () => {
    const planned = await plan(context, { root, path, to });
    if (planned.text !== undefined) writeGlossaryText(planned.glossary, root, planned.text);
    return reportImport(context, planned, 'done');
  });
}

/** What an import would do. */
export interface PlannedImport {
  readonly file: GlossaryFile;
  readonly merge: Merge;
  /** An absolute path. */
  readonly glossary: string;
  /** The glossary as it will be; absent where it stays as it is. */
  readonly text?: string | undefined;
}

interface Wanted extends Pick<ImportOptions, 'to'> {
  readonly root: string;
  readonly path: string;
}

async function plan(context: Context, { root, path, to }: Wanted): Promise<PlannedImport> {
  const settings = await readSettings(root);
  const glossary = context.glossary ?? join(root, 'glossary.yaml');
  const before = readGlossaryText(glossary, root);
  const known = parseGlossary(before.text, before.path);
  const targets = glossaryLanguages(known, settings, to);
  const text = readBilingualText(resolve(context.cwd, path), path);
  const file = readGlossaryFile({ text, path }, { source: settings.source, targets });
  const merge = mergeGlossary(known, file.entries);
  const isChanged = merge.added.length > 0 || merge.completed.length > 0;
  return { file, merge, glossary, text: isChanged ? mergedText(before.text, before.path, merge) : undefined };
}
