import { type Cursor, indentOf } from './cursor.ts';
import { runEnd, trimEnd, trimStart } from './lines.ts';
import type { Context, Start, Until, Verbatim } from './start.ts';

/** Three or more backticks or tildes; behind backticks there is none in the line. */
export function codeFenceAt({ text, next, end }: Cursor): Start | undefined {
  const after = runEnd(text, next, end);
  if (after - next < 3) return undefined;
  if (text[next] === '`' && text.slice(after, end).includes('`')) return undefined;
  return code(closing(text[next] ?? '', after - next));
}

/**
 * `$$` up to a line that ends with it, as KaTeX and GitHub read it; a formula that stands in one line is no text either.
 */
export function mathAt({ text, next, end }: Cursor, { lines }: Context): Start | undefined {
  const after = runEnd(text, next, end);
  if (after - next < 2) return undefined;
  const rest = text.slice(after, trimEnd(text, after, end));
  if (!rest.includes('$')) return code({ ends: endsWith('$$'), includes: true });
  return lines.length === 0 && rest.endsWith('$$') && rest.indexOf('$') === rest.length - 2
    ? { kind: 'line' }
    : undefined;
}

/** `\[`, alone in its line, up to `\]`. Beside anything else it is an escaped bracket, as CommonMark has it. */
export function texMathAt({ text, next, end }: Cursor): Start | undefined {
  const isAlone = text[next + 1] === '[' && trimEnd(text, next, end) === next + 2;
  return isAlone ? code({ ends: endsWith('\\]'), includes: true }) : undefined;
}

/** `\newpage`, `\vspace{2mm}`: commands for LaTeX, which pandoc passes on. */
export function texCommandAt({ text, next, end }: Cursor, { lines }: Context): Start | undefined {
  return lines.length === 0 && texCommand.test(text.slice(next, end)) ? { kind: 'line' } : undefined;
}

const texCommand = /^\\[a-z]{2,40}\*?(?:\{[-+.\d]+[a-z]{0,2}\})?[ \t]*$/;

/** Up to a line that has a text in it. */
export function upTo(marks: RegExp): Until {
  return { ends: (line) => marks.test(line.text.slice(line.at, line.end)), includes: true };
}

export function code(until: Until): Verbatim {
  return { kind: 'verbatim', language: 'other', until };
}

/** A line with at least as many of the signs, and nothing else. */
function closing(sign: string, size: number): Until {
  return {
    ends: (line) => {
      const { text, next, end } = line;
      if (text[next] !== sign || indentOf(line) > 3) return false;
      const after = runEnd(text, next, end);
      return after - next >= size && trimStart(text, after, end) === end;
    },
    includes: true,
  };
}

function endsWith(mark: string): Until['ends'] {
  return ({ text, at, end }) => text.slice(at, trimEnd(text, at, end)).endsWith(mark);
}
