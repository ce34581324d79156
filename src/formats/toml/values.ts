import type { Range } from '../../model.ts';
import type { TomlStyle } from './writing.ts';

/** A text in a TOML document: its range is the whole string with its quotes. */
export interface TomlValue extends Range {
  readonly path: readonly string[];
  readonly style: TomlStyle;
}

/** All strings that are values, in document order; nothing where the text is not TOML (1.0.0). */
export function readToml(text: string): readonly TomlValue[] | undefined {
  const values: TomlValue[] = [];
  const reading: Reading = { text, at: 0, values, level: 0 };
  let table: readonly string[] = [];
  for (skip(reading, blankLines); reading.at < text.length; skip(reading, blankLines)) {
    const header = take(reading, tableHeader);
    const key = header === undefined ? keyOf(reading) : undefined;
    if (header !== undefined) table = namesOf(header);
    else if (key === undefined || !readValue(reading, [...table, ...key])) return undefined;
    if (take(reading, lineEnd) === undefined) return undefined;
  }
  return values;
}

interface Reading {
  readonly text: string;
  at: number;
  readonly values: TomlValue[];
  level: number;
}

const blankLines = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
const lineEnd = /[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)/y;
const oneName = `(?:[A-Za-z0-9_-]+|"[^"\\\\\r\n]*"|'[^'\r\n]*')`;
const names = `[ \t]*${oneName}(?:[ \t]*\\.[ \t]*${oneName})*[ \t]*`;
const tableHeader = new RegExp(`\\[\\[?${names}\\]\\]?`, 'y');
const keyAndSign = new RegExp(`${names}=[ \t]*`, 'y');

function take(reading: Reading, pattern: RegExp): string | undefined {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text)?.[0];
  if (found !== undefined) reading.at += found.length;
  return found;
}

function skip(reading: Reading, pattern: RegExp): void {
  take(reading, pattern);
}

function keyOf(reading: Reading): readonly string[] | undefined {
  const key = take(reading, keyAndSign);
  return key === undefined ? undefined : namesOf(key);
}

function namesOf(written: string): readonly string[] {
  return (written.match(/[A-Za-z0-9_-]+|"[^"]*"|'[^']*'/g) ?? []).map((name) => name.replace(/^["']|["']$/g, ''));
}

const strings: readonly (readonly [TomlStyle, RegExp])[] = [
  ['toml-multi-basic', /"""(?:[^"\\]|\\[\s\S]|""?(?!"))*"{3,5}/y],
  ['toml-multi-literal', /'''(?:[^']|''?(?!'))*'{3,5}/y],
  ['toml-basic', /"(?:[^"\\\r\n]|\\[^\r\n])*"/y],
  ['toml-literal', /'[^'\r\n]*'/y],
];

/** Numbers, booleans, dates: whether they are right is not looked at. */
const bare = /[\w+.:-]+(?: \d[\d.:]*(?:Z|[+-]\d[\d:]*)?)?/y;

/** Whether there is a value. */
function readValue(reading: Reading, path: readonly string[]): boolean {
  const { text, at: start } = reading;
  const first = text[start];
  if (first === '[') return readAll(reading, ']', (index) => readValue(reading, [...path, String(index)]));
  if (first === '{')
    return readAll(reading, '}', () => {
      const key = keyOf(reading);
      return key !== undefined && readValue(reading, [...path, ...key]);
    });
  if (first !== '"' && first !== "'") return take(reading, bare) !== undefined;
  const style = strings.find(([, pattern]) => take(reading, pattern) !== undefined)?.[0];
  if (style !== undefined) reading.values.push({ path, style, start, end: reading.at });
  return style !== undefined;
}

/** What stands in brackets, parted by commas. */
function readAll(reading: Reading, close: string, readOne: (index: number) => boolean): boolean {
  reading.at += 1;
  reading.level += 1;
  if (reading.level > mostLevels) return false;
  for (let index = 0; ; index += 1) {
    skip(reading, blankLines);
    if (reading.text[reading.at] === close) break;
    if (!readOne(index)) return false;
    skip(reading, blankLines);
    if (reading.text[reading.at] === close) break;
    if (reading.text[reading.at] !== ',') return false;
    reading.at += 1;
  }
  reading.at += 1;
  reading.level -= 1;
  return true;
}

const mostLevels = 100;
