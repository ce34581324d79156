import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import { type JournalLine, journalVersion } from './journal-line.ts';
import { openRescue } from './journal-rescue.ts';
import { syncFolder } from './write-atomic.ts';

/** The file that this run adds to. All of it throws `UserError` of status 7. */
export interface JournalOutput {
  /** Makes sure that answers to so many characters will find room: before they are paid, not after. */
  prepare(characters: number): void;
  /** On disk when it returns. */
  append(line: JournalLine): void;
  /**
   * Like `append`; what the disk does not take goes to the folder for temporary files, and what that does not take is
   * given to `onUnsaved`. The error says where it is.
   */
  save(line: JournalLine): void;
  close(): void;
}

export interface JournalOptions {
  /** A line with paid answers that no disk takes: the last chance to keep it. */
  readonly onUnsaved?: ((line: JournalLine) => void) | undefined;
}

export function isJournalFile(name: string): boolean {
  return /^\d{6}\.jsonl$/u.test(name);
}

interface OutputOptions extends JournalOptions {
  /** Lines that say all that the files before this run's say. */
  readonly whole: () => Iterable<JournalLine>;
}

export function openOutput(folder: string, { onUnsaved, whole }: OutputOptions): JournalOutput {
  let file: number | undefined;
  const rescue = openRescue(onUnsaved);
  const create = (): number => createNext(folder, whole);
  // What it says is on disk since each line was.
  const abandon = (): void => {
    const abandoned = file;
    file = undefined;
    try {
      if (abandoned !== undefined) fs.closeSync(abandoned);
    } catch {}
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
      abandon();
      onDisk(folder, () => write(line));
    }
  };
  return {
    prepare(characters) {
      onDisk(folder, () => {
        file ??= create();
        checkSpace(folder, characters);
      });
    },
    append,
    save(line) {
      try {
        append(line);
      } catch (error) {
        throw rescue(line, error as UserError);
      }
    },
    close: abandon,
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

/** What the operating system refuses is told as a fault of the journal. */
export function onDisk<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      { id: 'journal.disk', values: { code: codeOf(error) } },
      { place: { file: folder }, status: exitStatus.disk },
    );
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? error);
}
