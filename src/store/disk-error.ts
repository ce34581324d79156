import { exitStatus, UserError } from '../errors.ts';

/** An error of the operating system, said with the file that it is about. */
export function diskError(error: unknown, path: string): UserError {
  if (error instanceof UserError) return error;
  const problem = (error as Error).message.replace(/,.*$/, '');
  return new UserError({ id: 'file.disk', values: { problem } }, { place: { file: path }, status: exitStatus.disk });
}

/** A folder, a pipe or a device where a file should be. */
export function irregular(path: string): UserError {
  return new UserError({ id: 'file.irregular' }, { place: { file: path }, status: exitStatus.findings });
}
