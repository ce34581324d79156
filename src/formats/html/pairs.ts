import { isVoid } from './elements.ts';
import type { Token } from './token.ts';

/**
 * The index of the end tag of each start tag, of the start tag of each end tag, -1 for all others. Pairs never cross: what
 * is still open inside one that ends has no end.
 */
export function partnersOf(tokens: readonly Token[]): readonly number[] {
  const partners = tokens.map(() => -1);
  const open: number[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, change: number) => {
    const changed = (counts.get(name) ?? 0) + change;
    counts.set(name, changed);
  };
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open' && !isVoid(token)) {
      open.push(at);
      count(token.name, 1);
    } else if (token.kind === 'close' && (counts.get(token.name) ?? 0) > 0) {
      for (let start = open.pop(); start !== undefined; start = open.pop()) {
        const name = tokens[start]?.name ?? '';
        count(name, -1);
        if (name !== token.name) continue;
        partners[start] = at;
        partners[at] = start;
        break;
      }
    }
  }
  return partners;
}
