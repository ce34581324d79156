import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitStatus, UserError } from '../errors.ts';
import type { MessageId } from '../model.ts';
import type { JournalLine } from './journal-line.ts';

/** Keeps a line that the journal could not take; gives the error to tell, which says where the line is. */
type Rescue = (line: JournalLine, error: UserError) => UserError;

/** No run of its own writes a file of this name, so that it may be put into any journal. */
export const rescueName = '000000.jsonl';

/** One file for all lines of a run, in the folder for temporary files: only the first error is told. */
export function openRescue(onUnsaved: ((line: JournalLine) => void) | undefined): Rescue {
  let file: string | undefined;
  return (line, error) => {
    try {
      file ??= join(mkdtempSync(join(tmpdir(), 'wordferry-')), rescueName);
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      return told(error, 'journal.rescued', { file });
    } catch {
      // It may end in half a line.
      file = undefined;
      if (onUnsaved === undefined) return error;
      onUnsaved(line);
      return told(error, 'journal.printed');
    }
  };
}

function told(
  { text, place }: UserError,
  id: MessageId & `journal.${'printed' | 'rescued'}`,
  more: { file?: string } = {},
): UserError {
  const hint = { id: `${id}.hint` } as const;
  return new UserError({ id, values: { ...text.values, ...more } }, { place, hint, status: exitStatus.disk });
}
