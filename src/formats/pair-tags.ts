import type { Code } from '../model.ts';

/** A code as it is found: a tag does not know its partner yet. */
export interface Found extends Omit<Code, 'kind' | 'partner'> {
  readonly kind: 'alone' | 'escape' | 'start' | 'end';
  /** Of a tag. */
  readonly tag?: string | undefined;
}

/** `<b>`, `</b>`, `<br/>`, `<0>`, `<a href="…">`: a sign for a lesser number is none. */
export const tagSource = String.raw`<\/?(?:[A-Za-z][\w.:-]*|\d+)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?\/?>`;

export function foundTag(written: string, start: number): Found {
  const tag = /[\w.:-]+/.exec(written)?.[0] ?? '';
  const isAlone = written.endsWith('/>') || empty.has(tag.toLowerCase());
  const kind = isAlone ? 'alone' : written.startsWith('</') ? 'end' : 'start';
  return { kind, start, end: start + written.length, tag };
}

/** Elements of HTML that have no end. */
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'area', 'col', 'embed', 'link', 'meta']);

/** Starts and ends of tags as pairs, well nested; what has no partner stands alone. */
export function pairTags(found: readonly Found[]): readonly Code[] {
  const partners = new Map<number, number>();
  const open: number[] = [];
  const waiting = new Map<string, number>();
  for (const [index, { kind, tag = '' }] of found.entries()) {
    if (kind === 'start') {
      open.push(index);
      waiting.set(tag, (waiting.get(tag) ?? 0) + 1);
    } else if (kind === 'end' && (waiting.get(tag) ?? 0) > 0) {
      const start = popUntil(tag, { found, open, waiting });
      partners.set(start, index).set(index, start);
    }
  }
  return found.map(({ tag: _, kind, ...code }, index): Code => {
    const partner = partners.get(index);
    if (kind === 'alone' || kind === 'escape') return { ...code, kind };
    if (partner === undefined) return { ...code, kind: 'alone' };
    return { ...code, kind: kind === 'start' ? 'open' : 'close', partner };
  });
}

interface Open {
  readonly found: readonly Found[];
  readonly open: number[];
  readonly waiting: Map<string, number>;
}

/** Tags that were opened after it and not closed before its end have no partner. */
function popUntil(tag: string, { found, open, waiting }: Open): number {
  for (;;) {
    const index = open.pop();
    if (index === undefined) return -1;
    const name = found[index]?.tag ?? '';
    waiting.set(name, (waiting.get(name) ?? 1) - 1);
    if (name === tag) return index;
  }
}
