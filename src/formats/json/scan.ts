import type { Message, Range, Refusal } from '../../model.ts';
import { scanLiteral, scanString, skipBlanks } from './tokens.ts';

/** A value where it stands; the range of a string has its quotation marks. */
export interface JsonValue extends Range {
  readonly kind: 'string' | 'object' | 'array' | 'other';
  /** Its name in an object, its index in an array; `''` for the outermost. */
  readonly name: string;
  /** Where the name stands, with its quotation marks. */
  readonly key?: Range | undefined;
  readonly parent?: JsonValue | undefined;
}

export interface ScannedJson {
  /** In document order, each before those inside of it. */
  readonly values: readonly JsonValue[];
  readonly refusal?: Refusal | undefined;
}

/** Deeper than any catalog; keeps what walks up and down bounded. */
export const deepest = 500;

/** JSON with comments and trailing commas, by offset. Stops at the first thing that is none. */
export function scanJson(text: string): ScannedJson {
  const values: JsonValue[] = [];
  const cursor: Cursor = { text, at: skipBlanks(text, text.startsWith('\uFEFF') ? 1 : 0), values, open: [] };
  let refusal = scanValue(cursor, '');
  while (refusal === undefined && cursor.open.length > 0) refusal = scanMember(cursor, cursor.open.at(-1)!);
  if (refusal === undefined && cursor.at < text.length) refusal = unexpected(cursor, { id: 'format.json.after' });
  return refusal === undefined ? { values } : { values: [], refusal };
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly values: JsonValue[];
  readonly open: Container[];
}

interface Container {
  readonly value: JsonValue & { end: number };
  /** Values so far. */
  count: number;
  /** After a value: before the next there is a comma. */
  isFull: boolean;
}

/** What stands next in a container: its end, a comma, or a member. */
function scanMember(cursor: Cursor, container: Container): Refusal | undefined {
  const { text } = cursor;
  const sign = text[cursor.at];
  const end = container.value.kind === 'object' ? '}' : ']';
  if (sign === end) {
    container.value.end = cursor.at + 1;
    cursor.open.pop();
    step(cursor, cursor.at + 1);
    return undefined;
  }
  if (!container.isFull) {
    return container.value.kind === 'array' ? scanValue(cursor, String(container.count)) : scanNamed(cursor, end);
  }
  if (sign !== ',') return unexpected(cursor, { id: 'format.json.sign', values: { expected: `, ${end}` } });
  container.isFull = false;
  step(cursor, cursor.at + 1);
  return undefined;
}

function scanNamed(cursor: Cursor, end: string): Refusal | undefined {
  const { text, at: start } = cursor;
  if (text[start] !== '"') return unexpected(cursor, { id: 'format.json.sign', values: { expected: `" ${end}` } });
  const keyEnd = scanString(text, start);
  if (typeof keyEnd !== 'number') return keyEnd;
  step(cursor, keyEnd);
  if (text[cursor.at] !== ':') return unexpected(cursor, { id: 'format.json.sign', values: { expected: ':' } });
  step(cursor, cursor.at + 1);
  const raw = text.slice(start + 1, keyEnd - 1);
  const name = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
  return scanValue(cursor, name, { start, end: keyEnd });
}

function scanValue(cursor: Cursor, name: string, key?: Range): Refusal | undefined {
  const { text, at: start, values, open } = cursor;
  const container = open.at(-1);
  const parent = container?.value;
  if (container !== undefined) {
    container.count += 1;
    container.isFull = true;
  }
  const sign = text[start];
  if (sign === '{' || sign === '[') {
    if (open.length >= deepest) return { message: { id: 'format.json.deep', values: { deepest } }, offset: start };
    const value = { kind: kinds[sign], name, key, parent, start, end: start + 1 };
    values.push(value);
    open.push({ value, count: 0, isFull: false });
    step(cursor, start + 1);
    return undefined;
  }
  const end = sign === '"' ? scanString(text, start) : scanLiteral(text, start);
  if (end === undefined) return unexpected(cursor, { id: 'format.json.value' });
  if (typeof end !== 'number') return end;
  values.push({ kind: sign === '"' ? 'string' : 'other', name, key, parent, start, end });
  step(cursor, end);
  return undefined;
}

const kinds = { '{': 'object', '[': 'array' } as const;

function step(cursor: Cursor, at: number): void {
  cursor.at = skipBlanks(cursor.text, at);
}

function unexpected({ text, at }: Cursor, { id, values = {} }: Message): Refusal {
  const { expected = '{ [ "' } = values;
  if (at >= text.length) return { message: { id: 'format.json.end', values: { expected } }, offset: at };
  return { message: { id, values: { found: String.fromCodePoint(text.codePointAt(at) ?? 0), ...values } }, offset: at };
}
