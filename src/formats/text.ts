import type { Format, Newlines, ParseOptions, Unit } from '../model.ts';
import { type Line, linesOf } from './lines.ts';
import { softBreaks } from './soft-breaks.ts';

/** Plain text: a paragraph is a line, or lines up to a blank one; `auto` looks whether the lines were wrapped. */
export const text: Format = {
  id: 'text',
  extensions: ['.txt', '.text'],
  parse(content: string, options: ParseOptions) {
    const lines = linesOf(content).map(trimmed);
    const newlines = options.newlines === undefined || options.newlines === 'auto' ? detect(lines) : options.newlines;
    const blocks = newlines === 'line' ? lines.filter((line) => !isBlank(line)).map((line) => [line]) : blocksOf(lines);
    return {
      newlines,
      units: blocks.map(toUnit).filter((unit) => isTranslatable(content.slice(unit.start, unit.end))),
    };
  },
  folds: softBreaks,
};

/** Without white space at the ends. */
function trimmed(line: Line): Line {
  const content = line.content.trim();
  if (content === line.content) return line;
  const start = line.end - line.content.trimStart().length;
  return { start, end: start + content.length, content };
}

const isBlank = (line: Line): boolean => line.content === '';

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (isBlank(line)) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/**
 * Lines were wrapped where the first word of the next line would not have fitted any more. Then a paragraph ends at a
 * blank line; else each line is one. 120 is wider than any editor's default wrap, and nobody wraps at less than 40. A
 * full line that ends a sentence is no evidence, and a single one, a title say, only where the next goes on in lower case.
 */
function detect(lines: readonly Line[]): Newlines {
  const width = lines.filter(isWrappable).reduce((widest, line) => Math.max(widest, line.content.length), 0);
  if (width < 40 || width > 120) return 'line';
  const pairs = blocksOf(lines).flatMap((block) =>
    block.slice(1).map((next, at) => ({ line: block[at] ?? next, next })),
  );
  const full = pairs.filter(({ line, next }) => line.content.length + 1 + firstWord(next.content) > width);
  const open = full.filter(({ line }) => !/[.!?:…]["“”»«’')\]]*$/u.test(line.content));
  const evident = open.length > 1 || open.some(({ next }) => /^\p{Ll}/u.test(next.content));
  return evident && full.length >= pairs.length * 0.8 ? 'paragraph' : 'line';
}

/** An address that no line has room for stands out, however the lines were wrapped. */
function isWrappable({ content }: Line): boolean {
  return content.split(/\s/).every((word) => word.length < 60);
}

function firstWord(content: string): number {
  const blank = content.search(/\s/);
  return blank < 0 ? content.length : blank;
}

function toUnit(block: readonly Line[]): Unit {
  return { kind: 'paragraph', start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 };
}

/** Something to translate: a letter or a digit. Rulers and ornaments are copied. */
function isTranslatable(raw: string): boolean {
  return /[\p{L}\p{N}]/u.test(raw);
}
