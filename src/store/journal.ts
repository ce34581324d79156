import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import type { Journal, Settled } from '../model.ts';
import { type JournalLine, parseJournalLine } from './journal-line.ts';
import { isJournalFile, type JournalOptions, onDisk, openOutput } from './journal-output.ts';

/**
 * Opens the journal of paid answers in a folder, usually `.wordferry/journal/`: files of JSON lines, one file a run,
 * numbered in the order of the runs, only ever added to. Nothing is made on disk before the first intent.
 *
 * Throws `UserError`: status 6 for a damaged line (a file's last line may be torn: a crash does that), 7 for the disk.
 */
export function openJournal(folder: string, options: JournalOptions = {}): Journal {
  const settled = new Map<string, Settled>();
  const asked = new Map<string, number>();
  const apply = (line: JournalLine): void => {
    for (const key of line.intent?.keys ?? []) asked.set(key, (asked.get(key) ?? 0) + 1);
    for (const key of line.refused ?? []) asked.set(key, (asked.get(key) ?? 0) - 1);
    for (const answer of line.settled ?? []) {
      settled.set(answer.key, answer);
      asked.delete(answer.key);
    }
  };
  for (const file of onDisk(folder, () => filesOf(folder))) for (const line of readLines(file)) apply(line);
  const output = openOutput(folder, options);
  return {
    find: (key) => settled.get(key),
    isUnanswered: (key) => (asked.get(key) ?? 0) > 0,
    intent(intent) {
      output.prepare(intent.characters);
      output.append({ intent });
      apply({ intent });
    },
    refused(keys) {
      output.append({ refused: keys });
      apply({ refused: keys });
    },
    settle(answers) {
      output.save({ settled: answers });
      apply({ settled: answers });
    },
    close: output.close,
  };
}

/** In the order of the runs. */
function filesOf(folder: string): readonly string[] {
  for (const path of [dirname(folder), folder]) {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (!found) return [];
    if (!found.isDirectory()) throw new UserError({ id: 'journal.symlink' }, { place: { file: path } });
  }
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isJournalFile(entry.name)).map(({ name }) => name);
  return names.sort().map((name) => join(folder, name));
}

function* readLines(file: string): Generator<JournalLine> {
  const bytes = onDisk(file, () => fs.readFileSync(file));
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const parsed = parseJournalLine(bytes.subarray(start, end === -1 ? undefined : end));
    if (parsed) yield parsed;
    else if (end !== -1) throw damaged(file, line);
    start = end === -1 ? bytes.length : end + 1;
  }
}

function damaged(file: string, line: number): UserError {
  return new UserError(
    { id: 'journal.damaged' },
    { place: { file, line }, hint: { id: 'journal.damaged.hint' }, status: exitStatus.damaged },
  );
}
