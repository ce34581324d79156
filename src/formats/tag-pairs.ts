import type { Code } from '../model.ts';

/** A code as it is found: the start or the end of an element does not know its partner yet. */
export interface Tag extends Code {
  readonly element?: string | undefined;
}

/** Starts and ends of elements as pairs, well nested; what has no partner stands alone. */
export function pairTags(tags: readonly Tag[]): readonly Code[] {
  const partners = new Map<number, number>();
  const open: number[] = [];
  const waiting = new Map<string, number>();
  for (const [at, { kind, element = '' }] of tags.entries()) {
    const count = waiting.get(element) ?? 0;
    if (kind === 'open') {
      open.push(at);
      waiting.set(element, count + 1);
    } else if (kind === 'close' && count > 0) {
      const start = closeUntil(element, { tags, open, waiting });
      partners.set(start, at).set(at, start);
    }
  }
  return tags.map(({ element: _, ...tag }, at) => {
    if (tag.kind === 'escape') return tag;
    const partner = partners.get(at);
    return partner === undefined ? { ...tag, kind: 'alone' } : { ...tag, partner };
  });
}

interface Open {
  readonly tags: readonly Tag[];
  readonly open: number[];
  readonly waiting: Map<string, number>;
}

/** Those that were opened after it are not closed any more. */
function closeUntil(element: string, { tags, open, waiting }: Open): number {
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { element: other = '' } = tags[at] ?? {};
    waiting.set(other, (waiting.get(other) ?? 1) - 1);
    if (other === element) return at;
  }
  return -1;
}
