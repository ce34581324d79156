import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import { syncFolder } from './files.ts';
import { type JournalLine, journalVersion } from './journal-line.ts';

/** The file that this run adds to. All of it throws `UserError` of status 7. */
export interface JournalOutput {
  /** Makes sure that answers to so many characters will find room: before they are paid, not after. */
  prepare(characters: number): void;
  /** On disk when it returns. */
  append(line: JournalLine): void;
  /** Like `append`; what the disk does not take goes to the folder for temporary files, and the error says where. */
  save(line: JournalLine): void;
  close(): void;
}

export function isJournalFile(name: string): boolean {
  return /^\d{6}\.jsonl$/u.test(name);
}

/** `whole` gives lines that say all that the files before this run's say. */
export function openOutput(folder: string, whole: () => Iterable<JournalLine>): JournalOutput {
  let file: number | undefined;
  const create = (): number => createNext(folder, whole);
  const close = (): void => {
    if (file !== undefined) fs.closeSync(file);
    file = undefined;
  };
  const write = (line: JournalLine): void => {
    file ??= create();
    fs.writeFileSync(file, `${JSON.stringify(line)}\n`);
    fs.fsyncSync(file);
  };
  const append = (line: JournalLine): void => {
    try {
      write(line);
    } catch {
      // After a failed write or fsync nobody knows what the file holds: a torn last line, which is allowed, and a new file.
      file = undefined;
      attempt(folder, () => write(line));
    }
  };
  return {
    prepare(characters) {
      attempt(folder, () => {
        file ??= create();
      });
      checkSpace(folder, characters);
    },
    append,
    save(line) {
      try {
        append(line);
      } catch (error) {
        throw rescue(line, error as UserError);
      }
    },
    close,
  };
}

/** Its number is one more than that of the last; the name says nothing of time or machine. */
function createNext(folder: string, whole: () => Iterable<JournalLine>): number {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = fs.readdirSync(folder).filter(isJournalFile).sort();
  const last = Number.parseInt(before.at(-1) ?? '0', 10);
  const path = join(folder, `${String(last + 1).padStart(6, '0')}.jsonl`);
  const isMany = before.length >= mostFiles;
  const header: JournalLine = { journal: journalVersion, ...(isMany && { replaces: last }) };
  const file = isMany ? createWhole(path, [header, ...whole()]) : createWith(path, [header]);
  // The new names are on disk too.
  for (const each of [folder, dirname(folder)]) syncFolder(each);
  for (const name of isMany ? before : []) fs.rmSync(join(folder, name), { force: true });
  return file;
}

/** Files of earlier runs that a new run leaves standing. */
const mostFiles = 20;

/** It is there with all its lines or not at all: it takes the place of the files before it. */
function createWhole(path: string, lines: Iterable<JournalLine>): number {
  const draft = `${path}.draft`;
  fs.rmSync(draft, { force: true });
  const file = createWith(draft, lines);
  fs.renameSync(draft, path);
  return file;
}

function createWith(path: string, lines: Iterable<JournalLine>): number {
  const file = fs.openSync(path, 'ax', 0o600);
  for (const line of lines) fs.writeFileSync(file, `${JSON.stringify(line)}\n`);
  fs.fsyncSync(file);
  return file;
}

function checkSpace(folder: string, characters: number): void {
  const { bavail, bsize } = fs.statfsSync(folder);
  const [free, needed] = [bavail * bsize, 10_000_000 + 4 * 4 * characters];
  if (free >= needed) return;
  throw new UserError(
    { id: 'journal.space', values: { free, needed } },
    { place: { file: folder }, status: exitStatus.disk },
  );
}

function attempt(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new UserError(
      { id: 'journal.disk', values: { code: codeOf(error) } },
      { place: { file: folder }, status: exitStatus.disk },
    );
  }
}

function rescue(line: JournalLine, error: UserError): UserError {
  try {
    const file = join(fs.mkdtempSync(join(tmpdir(), 'wordferry-')), '000001.jsonl');
    const lines = [{ journal: journalVersion }, line].map((each) => `${JSON.stringify(each)}\n`);
    fs.writeFileSync(file, lines.join(''), { flag: 'wx', mode: 0o600 });
    const values = { ...error.text.values, file };
    const hint = { id: 'journal.rescued.hint' } as const;
    return new UserError({ id: 'journal.rescued', values }, { place: error.place, hint, status: exitStatus.disk });
  } catch {
    return error;
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? error);
}
