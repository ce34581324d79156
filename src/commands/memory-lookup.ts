import { relative, resolve } from 'node:path';
import pc from 'picocolors';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { lookUpAll, type Sought } from '../memory/index.ts';
import type { Document, Language } from '../model.ts';
import { codesOf } from '../pipeline/codes.ts';
import { type LookedUp, lookUpLines } from '../reports/look-up.ts';
import { readImportedIn } from '../run/read-imported.ts';
import type { Settings } from '../settings.ts';
import { aroundOf } from '../store/memory-parts.ts';
import { findRoot, readSettings } from '../store/project.ts';
import { searchInThreads } from '../store/search-threads.ts';
import { withStoredMemory } from '../store/stored-memory.ts';
import { type Context, printJson } from './context.ts';
import { readDocument } from './read-document.ts';

interface Options {
  readonly to?: Language;
  /** 0–100. */
  readonly min?: number;
  readonly max?: number;
}

/** What people accepted, or other tools' files have, for each sentence of a file and for similar ones. Reads without a lock. */
export async function run(context: Context, [path = '']: readonly string[], options: Options): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const language = languageOf(options.to, settings);
  const { document } = await readDocument(path, context);
  const sentences = soughtIn(document, relative(root, resolve(context.cwd, path)));
  const counts = { least: leastOf(options.min), most: options.max ?? 5, searchAll: searchInThreads };
  const folder = { root, settings, language, readImported: readImportedIn(root) };
  const found = withStoredMemory(folder, codesOf, (memory) => lookUpAll(memory, sentences, counts));
  print(
    context,
    sentences.map(({ source }, at) => ({ source, matches: found[at] ?? [] })),
    settings.source,
  );
  return exitStatus.fine;
}

function print(context: Context, lookups: readonly LookedUp[], language: Language): void {
  if (context.json) {
    printJson(context, { lookups: lookups.map(jsonOf) });
    return;
  }
  const looks = { say: context.speaker.say, colors: pc.createColors(context.output.color) };
  for (const lookup of lookups) for (const line of lookUpLines(lookup, language, looks)) context.output.paint(line);
}

const jsonOf = ({ source, matches }: LookedUp) => ({
  source,
  matches: matches.map(({ source, target, similarity, kind }) => ({
    source,
    target,
    similarity: Math.round(similarity * 100) / 100,
    kind,
  })),
});

function soughtIn({ segments }: Document, path: string): readonly Sought[] {
  const textAt = (at: number) => segments[at]?.text ?? '';
  return segments.map(({ text }, at) => ({
    source: text,
    path,
    around: aroundOf({ before: textAt(at - 1), after: textAt(at + 1) }),
  }));
}

function languageOf(to: Language | undefined, { targets }: Settings): Language {
  const [language, ...others] = to === undefined ? targets : [to];
  if (language !== undefined && others.length === 0 && targets.includes(language)) return language;
  if (to !== undefined)
    throw new UserError(
      { id: 'language.unknown', values: { language: to, targets } },
      { hint: { id: 'language.hint', values: { language: to } } },
    );
  throw new UserError(
    { id: 'memory.lookup.language', values: { targets } },
    { hint: { id: 'memory.lookup.language.hint', values: { language: language ?? 'en' } } },
  );
}

function leastOf(min = 70): number {
  if (min <= 100) return min;
  throw new UserError({ id: 'memory.lookup.min', values: { value: min } });
}
