import { exitStatus } from '../errors.ts';
import type { Problem } from '../pipeline/index.ts';
import type { SkippedSet } from '../store/apply.ts';

/** Why documents are not on disk, each a problem of its own. */
export function skippedProblems(skipped: readonly SkippedSet[]): readonly Problem[] {
  return skipped.map(({ source, error }) =>
    error === undefined
      ? {
          message: { id: 'translate.meanwhile' },
          hint: { id: 'translate.meanwhile.hint' },
          place: { file: source.path },
          status: exitStatus.incomplete,
        }
      : { message: error.text, hint: error.hint, place: error.place, status: error.status },
  );
}
