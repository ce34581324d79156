import type { Code, Unit } from '../../../model.ts';
import { readHost, readMail } from './addresses.ts';
import { readAngle } from './angles.ts';
import { readBrace } from './braces.ts';
import { readBang, readCloseBracket, readOpenBracket } from './brackets.ts';
import { readBackticks } from './code-spans.ts';
import { readColon } from './colons.ts';
import { pairRuns, readRun } from './delimiters.ts';
import { readAmpersand, readBackslash } from './escapes.ts';
import { readPlus } from './keys.ts';
import { labelsOf } from './labels.ts';
import { readDollar } from './math.ts';
import { pairTags } from './pair-tags.ts';
import type { Dialect, Mark, Scan } from './scan.ts';

/** Reads what begins at a sign, and gives where to go on. */
type Read = (scan: Scan, at: number) => number;

/** The inline codes of a text: CommonMark 0.31 and GFM, and what site generators add to them. */
export function codesOf(text: string, unit: Unit, dialect: Dialect): readonly Code[] {
  if (!mayBeCode.test(text)) return [];
  const scan = startScan(text, unit, dialect);
  for (let at = 0; at < text.length; ) {
    const read = readers[text.charCodeAt(at)];
    at = read === undefined ? at + 1 : read(scan, at);
  }
  pairRuns(scan, undefined);
  return inOrder(scan.marks);
}

/** Signs without which there is no code: most texts are done here. */
const mayBeCode = /[\\`*_~[<&${@]|:[\w+/-]|www\.|\+\+/i;

function startScan(text: string, unit: Unit, dialect: Dialect): Scan {
  return {
    text,
    dialect,
    labels: labelsOf(unit),
    marks: [],
    delimiters: {},
    brackets: [],
    found: new Map(),
    noHostBefore: 0,
  };
}

const bySign: Readonly<Record<string, Read>> = {
  '\\': readBackslash,
  '`': readBackticks,
  '*': readRun,
  _: readRun,
  '~': readRun,
  '[': readOpenBracket,
  ']': readCloseBracket,
  '!': readBang,
  '<': readAngle,
  '&': readAmpersand,
  $: readDollar,
  ':': readColon,
  '{': readBrace,
  '+': readPlus,
  '@': (scan, at) => readMail(scan, at) ?? at + 1,
  '.': (scan, at) => readHost(scan, at) ?? at + 1,
};

const readers: readonly (Read | undefined)[] = Array.from(
  { length: 128 },
  (_, code) => bySign[String.fromCharCode(code)],
);

function inOrder(marks: Mark[]): readonly Code[] {
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  pairTags(marks);
  for (const [index, mark] of marks.entries()) mark.index = index;
  return marks.map(({ kind, start, end, partner, reads, whenChanged, name, tag }) => {
    const isBreak = tag !== undefined && /^br$/i.test(tag.name);
    return { kind, start, end, partner: partner?.index, reads: isBreak ? '\n' : reads, whenChanged, name };
  });
}
