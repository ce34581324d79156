import type { Range, Refusal } from '../../model.ts';
import { type Token, tokenAt } from './lex.ts';

/** A keyword with the strings behind it. */
export interface Field {
  readonly word: string;
  readonly start: number;
  /** Of a target of a plural. */
  readonly index?: number | undefined;
  readonly strings: readonly Range[];
  /** Before it. */
  readonly comments: readonly Range[];
}

export interface ScannedFields {
  readonly fields: readonly Field[];
  readonly refusal?: Refusal | undefined;
}

/** The fields of a PO file in the order that msgfmt asks for; stops where it would. Obsolete entries (`#~`) are comments. */
export function scanFields(text: string): ScannedFields {
  const state: State = { text, fields: [], comments: [] };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const token = tokenAt(text, at);
    const refusal = 'message' in token ? token : take(token, state);
    if (refusal !== undefined) return { fields: [], refusal };
    if ('kind' in token && token.kind === 'end') return { fields: state.fields };
    at = 'end' in token ? token.end : text.length;
  }
}

interface State {
  readonly text: string;
  readonly fields: Growing[];
  /** Since the last field. */
  comments: Range[];
}

type Growing = { -readonly [Name in keyof Field]: Field[Name] } & { strings: Range[] };

function take(token: Token, state: State): Refusal | undefined {
  const { fields, comments, text } = state;
  const last = fields.at(-1);
  const written = text.slice(token.start, token.end);
  switch (token.kind) {
    case 'comment':
      comments.push(token);
      return undefined;
    case 'string':
      if (last === undefined || comments.length > 0 || isWithoutIndex(last, fields)) break;
      last.strings.push(token);
      return undefined;
    case 'index':
      if (last === undefined || !isWithoutIndex(last, fields) || Number(written.slice(1, -1)) !== nextIndex(fields))
        break;
      last.index = nextIndex(fields);
      return undefined;
    case 'word':
      if (!wordsAfter(last).includes(written) || (comments.length > 0 && !starting.includes(written))) break;
      fields.push({ word: written, start: token.start, index: undefined, strings: [], comments });
      state.comments = [];
      return undefined;
    case 'end':
      if (wordsAfter(last).includes('msgid') && last?.word !== 'msgctxt') return undefined;
  }
  return unexpected(token, state);
}

const starting: readonly string[] = ['domain', 'msgctxt', 'msgid'];

/** Keywords that may follow a field; none while it has no string. */
function wordsAfter(field: Field | undefined): readonly string[] {
  if (field === undefined) return starting;
  if (field.strings.length === 0) return [];
  if (field.word === 'msgctxt') return ['msgid'];
  if (field.word === 'msgid') return ['msgstr', 'msgid_plural'];
  if (field.word === 'msgid_plural') return ['msgstr'];
  return field.index === undefined ? starting : ['msgstr', ...starting];
}

/** A target of a plural whose number is still to come. */
function isWithoutIndex({ word, index, strings }: Field, fields: readonly Field[]): boolean {
  return word === 'msgstr' && index === undefined && strings.length === 0 && isPlural(fields);
}

function isPlural(fields: readonly Field[]): boolean {
  const before = fields.at(-2);
  return before?.word === 'msgid_plural' || before?.index !== undefined;
}

function nextIndex(fields: readonly Field[]): number {
  return (fields.at(-2)?.index ?? -1) + 1;
}

function unexpected({ start, end }: Token, { text, fields }: State): Refusal {
  const last = fields.at(-1);
  const words = wordsAfter(last);
  const isOpen = last !== undefined && isWithoutIndex(last, fields);
  const expected = isOpen ? `[${nextIndex(fields)}]` : words.length === 0 ? '"' : words.join(', ');
  if (start >= text.length) return { message: { id: 'format.po.end', values: { expected } }, offset: start };
  const found = text.slice(start, Math.min(end, start + 40));
  return { message: { id: 'format.po.sign', values: { found, expected } }, offset: start };
}
