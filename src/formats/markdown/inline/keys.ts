import { isInWord, matchEnd } from './characters.ts';
import { addAlone, type Scan } from './scan.ts';

/** Keys that are pressed together, as MkDocs writes them: `++ctrl+c++`. One word alone may be an insertion. */
export function readPlus(scan: Scan, at: number): number {
  const end = isInWord(scan.text, at) ? -1 : matchEnd(keys, scan.text, at);
  return end < 0 ? at + 1 : addAlone(scan, at, end);
}

export const keys = /\+\+[a-z0-9-]{1,20}(?:\+[a-z0-9-]{1,20}){1,5}\+\+/iy;
