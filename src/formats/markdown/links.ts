import type { Code, Link, Range } from '../../model.ts';
import { hrefAt } from '../html-fragment.ts';

/** The links in a text with these codes: `[text](destination)` and tags with `href`; images are none. */
export function linksIn(text: string, codes: readonly Code[]): readonly Link[] {
  return codes.flatMap((code, at) => {
    const range = text[code.start] === '<' ? hrefAt(text, code.start) : destinationIn(text, codes, at);
    if (range === undefined) return [];
    const { start, end } = range;
    return [{ start, end, destination: text.slice(start, end).replace(escape, '$1') }];
  });
}

const escape = /\\([!-/:-@[-`{-~])/g;

/** Of a code that begins with `](`; with a title, it is the one behind the end of the link's text. */
function destinationIn(text: string, codes: readonly Code[], at: number): Range | undefined {
  const code = codes[at];
  if (code === undefined || !text.startsWith('](', code.start) || code.start === code.end) return undefined;
  const { partner = -1 } = (code.kind === 'close' ? code : codes[at - 1]) ?? {};
  if (text.startsWith('![', codes[partner]?.start)) return undefined;
  const written = /^\]\(\s*(<(?:\\.|[^>\\])*>|\S*)/.exec(text.slice(code.start, code.end));
  const [before = '', destination = ''] = written ?? [];
  const end = code.start + before.length;
  if (destination.startsWith('<')) return { start: end - destination.length + 1, end: end - 1 };
  return { start: end - destination.length, end: Math.min(end, code.end - 1) };
}
