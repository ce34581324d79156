/** A link's destination as it reads: a backslash says that the sign behind it is one. */
export function readDestination(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
