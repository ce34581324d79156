import { UserError } from '../errors.ts';
import { findRoot } from '../store/project.ts';

/** The project's folder; `undefined` outside of one. */
export function tryRoot(folder: string): string | undefined {
  try {
    return findRoot(folder);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
