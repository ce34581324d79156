import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import type { Asking, Intent, Journal } from '../model.ts';
import { type JournalLine, journalVersion, parseJournalLine } from './journal-line.ts';
import { isJournalFile, type JournalOptions, onDisk, openOutput } from './journal-output.ts';
import { rescueName } from './journal-rescue.ts';
import { addUp, applyLine, emptyState, type JournalState, linesOf } from './journal-state.ts';

/**
 * Opens the journal of paid answers in a folder, usually `.wordferry/journal/`: files of JSON lines, one file a run,
 * numbered in the order of the runs, only ever added to; a run that finds many begins its own with what all of them come
 * to. Nothing is made on disk before the first intent.
 *
 * Throws `UserError`: status 6 for a damaged line (a file's last line may be torn: a crash does that), 7 for the disk.
 */
export function openJournal(folder: string, options: JournalOptions = {}): Journal {
  const state = readState(folder);
  const output = openOutput(folder, { ...options, whole: () => linesOf(state) });
  return {
    find: (key) => state.settled.get(key),
    isUnanswered: (key) => state.asked.has(key),
    intent({ keys, bill }: Intent): Asking {
      const intent = state.last + 1;
      output.prepare(bill.reduce((sum, { characters }) => sum + characters, 0));
      output.append({ intent, keys, bill });
      applyLine(state, { intent, keys, bill });
      return {
        refused() {
          output.append({ refused: intent });
          applyLine(state, { refused: intent });
        },
        settle(settled, bill) {
          applyLine(state, { settled, bill, of: intent });
          output.save({ settled, bill, of: intent });
        },
      };
    },
    bills: () => ({
      billed: addUp(state.billed),
      perhaps: addUp([...state.open.values()].flatMap(({ bill }) => bill)),
    }),
    close: output.close,
  };
}

function readState(folder: string): JournalState {
  let state = emptyState();
  for (const file of onDisk(folder, () => filesOf(folder))) {
    for (const line of readLines(file)) {
      if ('journal' in line && line.replaces !== undefined) state = emptyState();
      applyLine(state, line);
    }
  }
  return state;
}

/** In the order of the runs; last what was rescued, which no file of a run has taken over. */
function filesOf(folder: string): readonly string[] {
  for (const path of [dirname(folder), folder]) {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (!found) return [];
    if (!found.isDirectory()) throw new UserError({ id: 'journal.symlink' }, { place: { file: path } });
  }
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isJournalFile(entry.name)).map(({ name }) => name);
  const isRescued = (name: string) => name === rescueName;
  const inOrder = [...names.filter((name) => !isRescued(name)).sort(), ...names.filter(isRescued)];
  return inOrder.map((name) => join(folder, name));
}

function* readLines(file: string): Generator<JournalLine> {
  const bytes = onDisk(file, () => fs.readFileSync(file));
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const parsed = parseJournalLine(bytes.subarray(start, end === -1 ? undefined : end));
    if (parsed && 'journal' in parsed && parsed.journal > journalVersion) throw newer(file);
    if (parsed) yield parsed;
    else if (end !== -1) throw damaged(file, line);
    start = end === -1 ? bytes.length : end + 1;
  }
}

function newer(file: string): UserError {
  const hint = { id: 'journal.newer.hint' } as const;
  return new UserError({ id: 'journal.newer' }, { place: { file, line: 1 }, hint, status: exitStatus.damaged });
}

function damaged(file: string, line: number): UserError {
  return new UserError(
    { id: 'journal.damaged' },
    { place: { file, line }, hint: { id: 'journal.damaged.hint' }, status: exitStatus.damaged },
  );
}
