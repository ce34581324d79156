import type { Problem } from '../pipeline/index.ts';
import type { Say } from './change-report.ts';

/** What is wrong, where, and what to do: the shape of every `problems` and of `error`. `null` where there is none. Kept stable. */
export interface JsonProblem {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly hint: string | null;
  readonly status: number;
}

export function problemJson({ message, hint, place, status }: Omit<Problem, 'files'>, say: Say): JsonProblem {
  const { file = null, line = null, column = null } = place;
  return { file, line, column, message: say(message), hint: hint === undefined ? null : say(hint), status };
}
