import type { Range, Refusal } from '../../model.ts';
import { plainPo } from './escapes.ts';
import { type Field, scanFields } from './fields.ts';

/** One string or several in a row, with their quotation marks. */
export interface PoText extends Range {
  /** What it says. */
  readonly says: string;
  /** From its first letter to its last, or nothing. */
  readonly content: Range;
}

export interface PoEntry {
  /** Comments that begin with `#,`. */
  readonly flags: readonly Range[];
  readonly context?: PoText | undefined;
  readonly id: PoText;
  readonly plural?: PoText | undefined;
  /** `msgstr`, or those of a plural in order. */
  readonly targets: readonly PoTarget[];
}

export interface PoTarget extends PoText {
  /** Where its keyword begins. */
  readonly from: number;
}

export interface ScannedPo {
  readonly entries: readonly PoEntry[];
  readonly refusal?: Refusal | undefined;
}

export function scanPo(text: string): ScannedPo {
  const { fields, refusal } = scanFields(text);
  if (refusal !== undefined) return { entries: [], refusal };
  const groups: Field[][] = [];
  for (const field of fields) {
    const isFirst = field.word === 'msgctxt' || (field.word === 'msgid' && groups.at(-1)?.at(-1)?.word !== 'msgctxt');
    if (isFirst || field.word === 'domain') groups.push([field]);
    else groups.at(-1)?.push(field);
  }
  return distinct(groups.filter(([first]) => first?.word !== 'domain').map((group) => entryOf(group, text)));
}

/** The header: what a file says of itself. */
export const isHeader = ({ id, context }: PoEntry): boolean => id.says === '' && context === undefined;

/** Two entries of one text in one context are one too many, for msgfmt too. */
function distinct(entries: readonly PoEntry[]): ScannedPo {
  const seen = new Set<string>();
  for (const { context, id } of entries) {
    const name = JSON.stringify([context?.says, id.says]);
    if (seen.has(name)) return { entries: [], refusal: { message: { id: 'format.po.twice' }, offset: id.start } };
    seen.add(name);
  }
  return { entries };
}

function entryOf(group: readonly Field[], text: string): PoEntry {
  const one = (word: string) => group.filter((field) => field.word === word).map((field) => textOf(field, text))[0];
  const comments = group[0]?.comments ?? [];
  return {
    flags: comments.filter(({ start }) => text.startsWith('#,', start)),
    context: one('msgctxt'),
    id: one('msgid') ?? nothing,
    plural: one('msgid_plural'),
    targets: group
      .filter(({ word }) => word === 'msgstr')
      .map((field) => ({ ...textOf(field, text), from: field.start })),
  };
}

const nothing: PoText = { start: 0, end: 0, says: '', content: { start: 0, end: 0 } };

function textOf({ strings }: Field, text: string): PoText {
  const [first, last] = [strings[0]?.start ?? 0, strings.at(-1)?.end ?? 0];
  const full = strings.filter(({ start, end }) => end - start > 2);
  const content = { start: (full[0]?.start ?? first) + 1, end: (full.at(-1)?.end ?? first + 2) - 1 };
  return { start: first, end: last, says: plainPo(text.slice(content.start, content.end)), content };
}
