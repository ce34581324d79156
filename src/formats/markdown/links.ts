import type { Code, Format, Link, Range, Unit } from '../../model.ts';
import { hrefsIn } from '../html-fragment.ts';
import { readDestination } from './destination.ts';

/** The links in a text: `[text](destination)`, `[text][label]` and tags with `href`; images are none. */
export function linksIn(text: string, unit: Unit, { inline }: Format): readonly Link[] {
  const codes = inline?.codes(text, unit) ?? [];
  const hrefAt = hrefsIn(text);
  return codes.flatMap((code, at): readonly Link[] => {
    if (isImage(text, codes, at)) return [];
    const { start, end, name } = code;
    const destination = unit.destinations?.[/^\]\[(.*)\]$/s.exec(name ?? '')?.[1] ?? ''];
    if (destination !== undefined) return [{ start, end, destination }];
    const range = text[start] === '<' ? hrefAt(start) : destinationIn(text, code);
    return range === undefined ? [] : [linkAt(text, range)];
  });
}

function linkAt(text: string, { start, end }: Range): Link {
  return { start, end, destination: readDestination(text.slice(start, end)) };
}

/** Whether the code is the end of one; that with a title stands behind it. */
function isImage(text: string, codes: readonly Code[], at: number): boolean {
  const end = codes[at]?.kind === 'close' ? codes[at] : codes[at - 1];
  const start = codes[end?.partner ?? -1]?.start;
  return start !== undefined && text.startsWith('](', codes[at]?.start) && text.startsWith('![', start);
}

/** Of a code that begins with `](`. */
function destinationIn(text: string, { start, end }: Range): Range | undefined {
  const [before, destination = ''] = tail.exec(text.slice(start, end)) ?? [];
  if (before === undefined) return undefined;
  const last = start + before.length;
  if (destination.startsWith('<')) return { start: last - destination.length + 1, end: last - 1 };
  return { start: last - destination.length, end: Math.min(last, end - 1) };
}

const tail = /^\]\(\s*(<(?:\\.|[^>\\])*>|\S*)/;
