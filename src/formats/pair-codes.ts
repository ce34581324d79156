import type { Code } from '../model.ts';
import { partnersOf } from './partners.ts';

/** A code as it is found: the start or the end of an element does not know its partner yet. */
export interface FoundCode extends Code {
  /** Of the element. */
  readonly element?: string | undefined;
}

/** Starts and ends of elements as pairs, well nested; what has no partner stands alone. */
export function pairCodes(found: readonly FoundCode[]): readonly Code[] {
  const partners = partnersOf(
    found.map(({ kind, element }) => ({ kind, name: element })),
    ({ kind }) => kind === 'open',
  );
  return found.map(({ element: _, ...code }, at): Code => {
    if (code.kind === 'escape') return code;
    const partner = partners[at] ?? -1;
    return partner < 0 ? { ...code, kind: 'alone' } : { ...code, partner };
  });
}
