import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import { syncFolder } from './files.ts';
import type { JournalLine } from './journal-line.ts';

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

export function openOutput(folder: string): JournalOutput {
  let file: number | undefined;
  const close = (): void => {
    if (file !== undefined) fs.closeSync(file);
    file = undefined;
  };
  const write = (line: JournalLine): void => {
    file ??= createNext(folder);
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
        file ??= createNext(folder);
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
function createNext(folder: string): number {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const last = fs.readdirSync(folder).filter(isJournalFile).sort().at(-1) ?? '0';
  const name = `${String(Number.parseInt(last, 10) + 1).padStart(6, '0')}.jsonl`;
  const file = fs.openSync(join(folder, name), 'ax', 0o600);
  // The new names are on disk too.
  for (const path of [folder, dirname(folder)]) syncFolder(path);
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
    fs.writeFileSync(file, `${JSON.stringify(line)}\n`, { flag: 'wx', mode: 0o600 });
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
