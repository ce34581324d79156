import { formatFor } from '../../src/formats/index.ts';
import type { Document, Piece, Segment, Unit } from '../../src/model.ts';
import { segmentDocument } from '../../src/pipeline/index.ts';
import { splice } from '../../src/splice.ts';
import { type Disk, textOf, withFile } from './disk.ts';

/** What a person does to a file: the text, and numbers that choose where. `word` is planted. */
export interface Place {
  readonly at: number;
  readonly other: number;
  readonly word: string;
}

/** Gives the edited text, or the same where there is no place for it. */
type Edit = (document: Document, place: Place) => string;

/** Edits of a translated file, of any format. */
export const fileEdits = {
  'change a word': (document, { at, word }) =>
    inSegment(document, at, (raw) => raw.replace(/\p{L}{3,}o(?!\p{L})/u, word)),
  'rewrite a sentence': (document, { at, word }) => inPlainSegment(document, at, () => `All of it is ${word} now.`),
  'add a sentence in front': (document, { at, word }) =>
    inSegment(document, at, (raw) => `A ${word} came first. ${raw}`),
  'add a sentence behind': (document, { at, word }) => inSegment(document, at, (raw) => `${raw} So ${word} came last.`),
  'add a note': (document, { at, word }) => inSegment(document, at, (raw) => `${raw} (A note on ${word}.)`),
  'delete a sentence': (document, { at }) => {
    const [one, next] = neighbours(document, at);
    return one && next ? splice(document.text, [{ start: one.start, end: next.start, text: '' }]) : document.text;
  },
  'merge sentences': (document, { at, word }) => {
    const [one, next] = neighbours(document, at);
    if (one === undefined || next === undefined) return document.text;
    const start = one.end - (/[.!?]$/.test(document.text.slice(one.start, one.end)) ? 1 : 0);
    return splice(document.text, [{ start, end: next.start, text: ` and ${word} ` }]);
  },
  'split a sentence': (document, { at, word }) =>
    inSegment(document, at, (raw) => raw.replace(/(\p{L}o) (\p{L}+o)/u, `$1. The ${word} $2`)),
  'swap sentences': (document, { at }) => {
    const [one, next] = neighbours(document, at);
    return one && next ? swapped(document.text, one, next) : document.text;
  },
  'swap paragraphs': (document, { at }) => {
    const [one, next] = unitsAt(document, at);
    return one && next && one.kind === next.kind && one.key === undefined && one.style === next.style
      ? swapped(document.text, one, next)
      : document.text;
  },
  'delete a paragraph': (document, { at }) => {
    const [one, next] = unitsAt(document, at);
    return one && next && isFree(document, one, next)
      ? splice(document.text, [{ start: one.start, end: next.start, text: '' }])
      : document.text;
  },
  'merge paragraphs': (document, { at }) => {
    const [one, next] = unitsAt(document, at);
    return one && next && isFree(document, one, next)
      ? splice(document.text, [{ start: one.end, end: next.start, text: ' ' }])
      : document.text;
  },
  'split a paragraph': (document, { at }) => {
    const [one, next] = neighbours(document, at);
    const unit = document.units[one?.unit ?? -1];
    const parted = unit && separator(document, unit);
    return one && next && parted
      ? splice(document.text, [{ start: one.end, end: next.start, text: parted }])
      : document.text;
  },
  'add a paragraph': (document, { at, other, word }) => {
    const [one] = unitsAt(document, at);
    const parted = one && separator(document, one);
    if (!one || !parted) return document.text;
    const heading = document.format.id === 'markdown' && other % 3 === 0 ? '## ' : '';
    return splice(document.text, [
      { start: one.end, end: one.end, text: `${parted}${heading}A paragraph of ${word}.` },
    ]);
  },
  'add a paragraph in front': (document, { word }) =>
    /\.(?:txt)$/.test(document.path)
      ? `A line of ${word}.${separator(document, document.units[0]!)}${document.text}`
      : document.text,
  'wrap lines': (document, { at }) =>
    /\.(?:md|html)$/.test(document.path)
      ? inUnit(document, at, (raw, unit) => (unit.kind === 'paragraph' ? raw.replace(/(?<=o) (?=\p{L})/u, '\n') : raw))
      : document.text,
  'double blanks': (document, { at }) => inSegment(document, at, (raw) => raw.replace(/(?<=o) (?=\p{L})/u, '  ')),
  'list markers': (document) => (document.path.endsWith('.md') ? document.text.replace(/^- /gm, '* ') : document.text),
  'other emphasis': (document) =>
    document.path.endsWith('.md') ? document.text.replace(/\*(\p{L}+)\*/gu, '_$1_') : document.text,
  'other quotes': (document, { at }) =>
    inUnit(document, at, (raw, { style }) =>
      style === 'yaml-double' && !raw.includes('\\') && !raw.includes("'") ? `'${raw.slice(1, -1)}'` : raw,
    ),
  'other indentation': (document) =>
    /\.(?:json|html)$/.test(document.path)
      ? document.text.replace(/^(?: {2})+/gm, (blanks) => blanks.repeat(2))
      : document.text,
  outside: (document, { at, word }) => {
    const marks = [...document.text.matchAll(/AUSSEN\d/g)];
    const mark = marks[at % Math.max(1, marks.length)];
    return mark
      ? splice(document.text, [{ start: mark.index, end: mark.index + mark[0].length, text: word }])
      : document.text;
  },
} as const satisfies Readonly<Record<string, Edit>>;

/** Edits of the source document. */
export const sourceEdits = {
  'change a source word': (document, { at, word }) =>
    inSegment(document, at, (raw) => raw.replace(/(?<!\p{L})\p{L}{4,}(?= )/u, `Neu${word.slice(5)}`)),
  'add a source sentence': (document, { at, word }) =>
    inSegment(document, at, (raw) => `${raw} Hinzu kam Satz ${word.slice(5)}.`),
  'delete a source sentence': fileEdits['delete a sentence'],
  'delete a source paragraph': fileEdits['delete a paragraph'],
} as const satisfies Readonly<Record<string, Edit>>;

export function editFile(disk: Disk, path: string, edit: Edit, place: Place): Disk {
  const text = textOf(disk, path);
  const file = { path: path.split('/').at(-1) ?? path, text };
  return withFile(
    disk,
    path,
    edit(segmentDocument(file, formatFor(file.path), { ...disk.settings, source: 'en' }), place),
  );
}

function inSegment(document: Document, at: number, change: (raw: string) => string): string {
  const { segments, text } = document;
  const segment = segments[at % Math.max(1, segments.length)];
  if (segment === undefined) return text;
  return splice(text, [piece(segment, change(text.slice(segment.start, segment.end)))]);
}

/** One whose text may be replaced as a whole. */
function inPlainSegment(document: Document, at: number, change: () => string): string {
  return inSegment(document, at, (raw) => (/[<>[\]*"\\\n]/.test(raw) ? raw : change()));
}

function inUnit(document: Document, at: number, change: (raw: string, unit: Unit) => string): string {
  const { units, text } = document;
  const unit = units[at % Math.max(1, units.length)];
  return unit === undefined ? text : splice(text, [piece(unit, change(text.slice(unit.start, unit.end), unit))]);
}

const piece = ({ start, end }: { readonly start: number; readonly end: number }, text: string): Piece => ({
  start,
  end,
  text,
});

/** Two sentences of a unit, one behind the other. */
function neighbours({ segments }: Document, at: number): readonly (Segment | undefined)[] {
  const pairs = segments.flatMap((segment, each) =>
    segments[each + 1]?.unit === segment.unit ? [[segment, segments[each + 1]]] : [],
  );
  return pairs[at % Math.max(1, pairs.length)] ?? [];
}

function unitsAt({ units }: Document, at: number): readonly (Unit | undefined)[] {
  const place = at % Math.max(1, units.length);
  return [units[place], units[place + 1]];
}

/** Between two paragraphs is nothing but what parts them. */
function isFree({ text, path }: Document, one: Unit, next: Unit): boolean {
  const gap = text.slice(one.end, next.start);
  if (one.kind !== next.kind || one.key !== undefined) return false;
  if (path.endsWith('.html')) return /^<\/(p|li)>\s*<\1>$/.test(gap);
  return /^\s*(?:- )?$/.test(gap) && one.style === next.style;
}

/** What parts paragraphs of a document of this kind, behind such a unit. */
function separator({ path, newlines, text }: Document, { kind, key }: Unit): string | undefined {
  if (key !== undefined) return undefined;
  if (path.endsWith('.html')) return kind === 'paragraph' ? '</p>\n<p>' : undefined;
  if (path.endsWith('.txt')) return newlines === 'line' || !text.includes('\n\n') ? '\n' : '\n\n';
  return path.endsWith('.md') && kind === 'paragraph' && !/^[>|-]/m.test(text.slice(0, 0)) ? '\n\n' : undefined;
}

function swapped(text: string, one: Segment | Unit, next: Segment | Unit): string {
  return splice(text, [piece(one, text.slice(next.start, next.end)), piece(next, text.slice(one.start, one.end))]);
}
