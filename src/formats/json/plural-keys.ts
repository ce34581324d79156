import type { Languages, Piece } from '../../model.ts';
import { categories, type PluralChange, pluralChange } from '../plural-categories.ts';
import type { JsonValue, ScannedJson } from './scan.ts';
import { skipBlanks } from './tokens.ts';

/**
 * Members of an object that are one text in several plural categories: `files_one` and `files_other` of i18next (with
 * `_ordinal_`), or an object of nothing but `one` and `other`. Those that the target language does not have go, those that
 * the source language does not have are copies of the last. `zero` stays: i18next and Rails take it for 0 in any language.
 */
export function pluralKeyPieces(text: string, { values }: ScannedJson, languages: Languages): readonly Piece[] {
  const changes = { cardinal: pluralChange(languages, 'cardinal'), ordinal: pluralChange(languages, 'ordinal') };
  return objectsOf(values).flatMap((siblings) => {
    const groups = groupsAmong(siblings).filter(({ members }) => members.has('other') && members.size > 1);
    const gone = groups.flatMap(({ members, type }) =>
      [...members].flatMap(([name, member]) => (name !== 'zero' && changes[type].dropped.has(name) ? [member] : [])),
    );
    const added = groups.flatMap(({ members, type }) => copies(text, members, changes[type]));
    return [...added, ...withoutMembers(text, siblings, new Set(gone))].sort((a, b) => a.start - b.start);
  });
}

interface Group {
  readonly type: 'cardinal' | 'ordinal';
  /** By category. */
  readonly members: Map<string, JsonValue>;
}

/** The members of each object. */
function objectsOf(values: readonly JsonValue[]): readonly (readonly JsonValue[])[] {
  const siblings = new Map<JsonValue, JsonValue[]>();
  for (const value of values) {
    if (value.parent?.kind !== 'object') continue;
    const own = siblings.get(value.parent);
    if (own === undefined) siblings.set(value.parent, [value]);
    else own.push(value);
  }
  return [...siblings.values()];
}

function groupsAmong(siblings: readonly JsonValue[]): readonly Group[] {
  if (siblings.every(({ name, kind }) => categories.includes(name) && kind === 'string')) {
    return [{ type: 'cardinal', members: new Map(siblings.map((value) => [value.name, value])) }];
  }
  const groups = new Map<string, Group>();
  for (const value of siblings) {
    const [, stem, ordinal, category = ''] = suffixed.exec(value.name) ?? [];
    if (stem === undefined || value.kind !== 'string') continue;
    const id = `${stem}${ordinal ?? ''}`;
    const group = groups.get(id) ?? { type: ordinal ? 'ordinal' : 'cardinal', members: new Map() };
    groups.set(id, group);
    group.members.set(category, value);
  }
  return [...groups.values()];
}

const suffixed = /^(.+?)(_ordinal)?_(zero|one|two|few|many|other)$/s;

/** Each goes with the comma and the blanks behind it, those at the end of the object with what stands before them. */
function withoutMembers(text: string, siblings: readonly JsonValue[], gone: ReadonlySet<JsonValue>): readonly Piece[] {
  const last = siblings.findLastIndex((member) => !gone.has(member));
  const tail = siblings.at(-1);
  const inside = siblings.slice(0, last).filter((member) => gone.has(member));
  const pieces = inside.map((member) => ({
    start: member.key?.start ?? member.start,
    end: behindComma(text, member.end),
    text: '',
  }));
  const kept = siblings[last];
  if (kept === undefined || tail === undefined || kept === tail) return pieces;
  return [...pieces, { start: kept.end, end: tail.end, text: '' }];
}

function behindComma(text: string, end: number): number {
  blanks.lastIndex = skipBlanks(text, end) + 1;
  return blanks.lastIndex + (blanks.exec(text)?.[0].length ?? 0);
}

const blanks = /\s*/y;

/** Copies of `other` before it, parted from it as it is from what stands before. */
function copies(text: string, members: ReadonlyMap<string, JsonValue>, { added }: PluralChange): readonly Piece[] {
  const names = added.filter((name) => !members.has(name));
  const { key, end } = members.get('other') ?? {};
  if (names.length === 0 || key === undefined || !text.slice(key.start, key.end).endsWith('other"')) return [];
  const gap = /\s*$/.exec(text.slice(Math.max(0, key.start - 200), key.start))?.[0] ?? '';
  const stem = text.slice(key.start, key.end - 'other"'.length);
  const rest = text.slice(key.end - 1, end);
  return [{ start: key.start, end: key.start, text: names.map((name) => `${stem}${name}${rest},${gap}`).join('') }];
}
