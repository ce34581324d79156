import { UserError } from '../errors.ts';

/** What is wrong with one document as a value: the others go on. */
export function attempt<T>(work: () => T): T | UserError {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
