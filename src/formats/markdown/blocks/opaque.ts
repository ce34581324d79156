import type { Range } from '../../../model.ts';
import { runEnd } from './lines.ts';

/** Where a backslash is no escape, or no text: code spans, tags, addresses of links. In order. */
export function opaqueIn(raw: string): readonly Range[] {
  const ranges: Range[] = [];
  const unmatched = new Set<string>();
  for (let at = 0; at < raw.length; ) {
    const end = raw[at] === '`' ? codeEnd(raw, at, unmatched) : markEnd(raw, at);
    if (end !== undefined) ranges.push({ start: at, end });
    at = end ?? plainEnd(raw, at);
  }
  return ranges;
}

export function isOpaque(ranges: readonly Range[], at: number): boolean {
  return ranges.some(({ start, end }) => start <= at && at < end);
}

/** Behind as many backticks as begin it; runs that no other closes are looked for once. */
function codeEnd(raw: string, start: number, unmatched: Set<string>): number | undefined {
  const after = runEnd(raw, start, raw.length);
  const run = raw.slice(start, after);
  for (let at = raw.indexOf(run, after); at >= 0 && !unmatched.has(run); at = raw.indexOf(run, at)) {
    const end = runEnd(raw, at, raw.length);
    if (end - at === run.length) return end;
    at = end;
  }
  unmatched.add(run);
  return undefined;
}

/** Behind a tag, an address in angles, or the address and title of a link. */
function markEnd(raw: string, at: number): number | undefined {
  const close = raw[at] === '<' && /[a-z/!?]/i.test(raw[at + 1] ?? '') ? '>' : raw.startsWith('](', at) ? ')' : '';
  const end = close === '' ? -1 : raw.indexOf(close, at);
  return end < 0 ? undefined : end + 1;
}

function plainEnd(raw: string, at: number): number {
  if (raw[at] === '\\') return at + 2;
  return raw[at] === '`' ? runEnd(raw, at, raw.length) : at + 1;
}
