import { basename, resolve } from 'node:path';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { type RefusedUnit, readTmx, uniqueUnits, writeTmx } from '../exchange/memory/index.ts';
import type { Language } from '../model.ts';
import { memoryFolder } from '../paths/translation-paths.ts';
import { selectTargets } from '../run/selection.ts';
import type { Settings } from '../settings.ts';
import { attempt } from '../store/attempt.ts';
import { readMemoryText } from '../store/bilingual.ts';
import { findRoot, readSettings } from '../store/project.ts';
import { replaceText } from '../store/replace-text.ts';
import type { Context } from './context.ts';
import { reportMemoryImport } from './memory-import-report.ts';
import { underLock } from './under-lock.ts';

interface ImportOptions {
  readonly to?: readonly Language[];
}

/** What became of a file in a language. */
export interface ImportedMemory {
  /** As it was typed. */
  readonly file: string;
  readonly language: Language;
  /** Where its units stand now, from the root. */
  readonly path: string;
  readonly what: 'new' | 'replaced' | 'same';
  readonly accepted: number;
  readonly refused: readonly RefusedUnit[];
}

/** Keeps what can be used of other tools' memories beside the translations: a file a language, as we write them. */
export async function run(context: Context, files: readonly string[], { to }: ImportOptions): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const targets = selectTargets(settings, to);
  refuseTwice(files);
  return underLock(context, root, async () => {
    const results = files.map((file) =>
      attempt(() => importFile({ file, text: readMemoryText(nameOf(file, context), file), root, targets }, settings)),
    );
    return reportMemoryImport(context, {
      imported: results.flatMap((result) => (result instanceof UserError ? [] : result)),
      errors: results.filter((result) => result instanceof UserError),
    });
  });
}

interface File {
  readonly file: string;
  readonly text: string;
  readonly root: string;
  readonly targets: readonly Language[];
}

/** All of a file is read before anything of it is written. */
function importFile({ file, text, root, targets }: File, settings: Settings): readonly ImportedMemory[] {
  const read = targets.map((language) => {
    const { units, refused } = readTmx({ path: file, text }, { source: settings.source, target: language });
    return { language, refused, units: uniqueUnits(units) };
  });
  const used = read.filter(({ units }) => units.length > 0);
  if (used.length === 0)
    throw new UserError(
      { id: 'memory.import.none', values: { source: settings.source, targets } },
      { place: { file }, status: exitStatus.findings },
    );
  const isForeign = foreignLines(read.map(({ refused }) => refused));
  return used.map(({ language, refused, units }, at) => {
    const path = `${memoryFolder(language, settings)}/${basename(file)}`;
    const what = replaceText(root, path, [...writeTmx(units, settings.source)].join(''));
    const own = refused.filter((unit) => !isOther(unit) || (at === 0 && isForeign(unit)));
    return { file, language, path, what, accepted: units.length, refused: own };
  });
}

/** A unit that has another of our languages is refused by none. */
const isOther = ({ why }: RefusedUnit): boolean => why.id === 'memory.unit.language';

function foreignLines(refused: readonly (readonly RefusedUnit[])[]): (unit: RefusedUnit) => boolean {
  const sets = refused.map((units) => new Set(units.filter(isOther).map(({ line }) => line)));
  return ({ line }) => sets.every((lines) => lines.has(line));
}

/** The file's name is the one that it is kept under. */
function nameOf(file: string, { cwd }: Context): string {
  const name = basename(file);
  if (/^[^.\p{Cc}][^\p{Cc}]*\.tmx$/iu.test(name)) return resolve(cwd, file);
  throw new UserError({ id: 'memory.import.name' }, { place: { file } });
}

function refuseTwice(files: readonly string[]): void {
  const names = files.map((file) => basename(file).toLowerCase());
  const second = files.find((_, at) => names.indexOf(names[at]!) < at);
  if (second !== undefined)
    throw new UserError({ id: 'memory.import.twice', values: { name: basename(second) } }, { place: { file: second } });
}
