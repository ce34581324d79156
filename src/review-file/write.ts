import type { Entry, Languages, ReviewFile } from '../model.ts';
import { fieldLines, fieldNames, fieldValue, indented, isSame, word, wordFields } from './fields.ts';
import { emptyHead, footer, header, tailOf } from './frame.ts';
import { readReviewFile } from './read.ts';
import { readWritten } from './read-written.ts';

/** A review file with its text, and its entries as they stand in it. `read` is what `file.text` says. */
export function renderReviewFile(file: ReviewFile, read?: ReviewFile): ReviewFile & { readonly text: string } {
  if (file.text !== undefined) {
    const written = writeInto(file, file.text, read);
    const { text } = written;
    return text === file.text ? { ...file, text } : { ...readWritten(file, written), text };
  }
  const layout: Layout = { lines: [], languages: file.languages, old: new Map(), ends: new Set() };
  const blocks = file.entries.map((entry) => newEntry(entry, layout));
  let line = header(file).split('\n').length - 1;
  const entries = file.entries.map((entry, at): Entry => {
    const start = line;
    const end = start + (blocks[at]?.length ?? 0);
    line = end + 1;
    return { ...entry, lines: { start, end }, place: placeIn(blocks[at] ?? [], start, file.languages) };
  });
  const body = blocks.map((block) => `${block.join('\n')}\n`).join('\n');
  return { ...file, text: `${header(file)}${body}${footer.join('\n')}`, entries };
}

/** Where the text of the target begins: in a block on the line below its key. */
function placeIn(block: readonly string[], start: number, { target }: Languages): Entry['place'] {
  const key = `${word(target)}:`;
  const at = block.findIndex((line) => line.startsWith(key, dash.length));
  if (at < 0) return { line: start + 1, column: dash.length + 1 };
  const below = block[at + 1] ?? '';
  const isBlock =
    block[at]?.startsWith('|', dash.length + key.length + 1) && below.startsWith(`${' '.repeat(dash.length)}  `);
  if (isBlock) return { line: start + at + 2, column: below.search(/\S/) + 1 };
  return { line: start + at + 1, column: dash.length + key.length + 2 };
}

/**
 * The text of a review file. Entries that say what they said when they were read keep their bytes; in changed ones only
 * the changed fields are written anew, so that unknown fields and comments stay.
 */
export function writeReviewFile(file: ReviewFile, read?: ReviewFile): string {
  return writeInto(file, file.text ?? header(file), read).text;
}

/** A text that was written, and what of it stands for each entry. */
export interface WrittenFile {
  readonly text: string;
  /** Lines above the first entry. */
  readonly head: number;
  readonly blocks: readonly WrittenBlock[];
}

export interface WrittenBlock {
  /** What stands above it. */
  readonly lead: readonly string[];
  readonly lines: readonly string[];
  /** The entry as read that still says it to the letter. */
  readonly kept?: Entry | undefined;
}

function writeInto(file: ReviewFile, text: string, read: ReviewFile | undefined): WrittenFile {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const old = read ?? readReviewFile(text, file.path, file.languages);
  const layout: Layout = {
    lines,
    languages: file.languages,
    old: new Map(old.entries.map((entry) => [entry.lines?.start ?? -1, entry])),
    ends: new Set(old.entries.map((entry) => entry.lines?.end ?? -1)),
  };
  const blocks = file.entries.map((entry, index) => ({
    lead: leadOf(entry, index === 0, layout),
    ...blockOf(entry, layout),
  }));
  const head = headOf(old, file.source, layout);
  const body = blocks.flatMap((block) => [...block.lead, ...block.lines]);
  const out = [...head, ...body, ...tailOf(old, lines)].join('\n');
  return { text: text.includes('\r\n') ? out.replaceAll('\n', '\r\n') : out, head: head.length, blocks };
}

interface Layout {
  readonly lines: readonly string[];
  readonly languages: Languages;
  /** The entries as read, by their first line. */
  readonly old: ReadonlyMap<number, Entry>;
  /** The lines after which an entry ended. */
  readonly ends: ReadonlySet<number>;
}

/** Up to `segments:`; comments below belong to the entry that they stand above. */
function headOf({ entries, source }: ReviewFile, path: string, { lines, ends }: Layout): readonly string[] {
  const first = entries[0]?.lines?.start;
  const head = first === undefined ? emptyHead(lines) : lines.slice(0, leadStart(first, lines, ends));
  return head.map((line) => (source !== path && line.startsWith('source:') ? `source: ${word(path)}` : line));
}

/** The blank line and the comments above an entry; nothing but comments where it is the first now. */
function leadOf(entry: Entry, isFirst: boolean, { lines, ends, old }: Layout): readonly string[] {
  const start = entry.lines?.start;
  if (start === undefined) return isFirst ? [] : [''];
  const lead = lines.slice(leadStart(start, lines, ends), start);
  const wasFirst = start === old.keys().next().value;
  if (isFirst === wasFirst) return lead;
  return isFirst ? lead.filter((line) => line !== '') : ['', ...lead];
}

export function leadStart(start: number, lines: readonly string[], ends: ReadonlySet<number>): number {
  let from = start;
  while (from > 0 && isBetween(lines[from - 1]) && !ends.has(from)) from -= 1;
  return from;
}

const isBetween = (line = ''): boolean => /^\s*(?:#|$)/.test(line);

function blockOf(entry: Entry, layout: Layout): Pick<WrittenBlock, 'lines' | 'kept'> {
  const before = layout.old.get(entry.lines?.start ?? -1);
  if (before?.lines === undefined) return { lines: newEntry(entry, layout) };
  const raw = layout.lines.slice(before.lines.start, before.lines.end);
  const changed = fieldNames(layout.languages).filter(
    (name) => !isSame(fieldValue(before, name, layout), fieldValue(entry, name, layout)),
  );
  return changed.length === 0 ? { lines: raw, kept: before } : { lines: spliceFields(raw, entry, changed, layout) };
}

/** A field with the lines that it stands on; without a name, a comment on lines of its own. */
export interface Field {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Replaces, adds and removes fields; each new one comes after the nearest field that canonical order has before it. */
export function spliceFields(
  raw: readonly string[],
  entry: Entry,
  changed: readonly string[],
  layout: Pick<Layout, 'languages'>,
): readonly string[] {
  const dash = dashOf(raw[0]);
  const indent = ' '.repeat(dash.length);
  const order = fieldNames(layout.languages);
  const isBefore = (name: string, other: string) => order.includes(other) && order.indexOf(other) < order.indexOf(name);
  let fields = splitFields([indent + (raw[0] ?? '').slice(dash.length), ...raw.slice(1)], dash.length);
  for (const name of changed) {
    const at = fields.findIndex((field) => field.name === name);
    const comment = commentOn(fields[at]);
    const lines = fieldLines(name, fieldValue(entry, name, layout)).map(
      (line, index) => indented(line, indent) + (index === 0 ? comment : ''),
    );
    const place = at >= 0 ? at : 1 + fields.findLastIndex((field) => isBefore(name, field.name));
    fields = fields.toSpliced(place, at >= 0 ? 1 : 0, ...(lines.length === 0 ? [] : [{ name, lines }]));
  }
  const [first = '', ...rest] = fields.flatMap((field) => field.lines);
  return [dash + first.slice(dash.length), ...rest];
}

export function splitFields(lines: readonly string[], indent: number): readonly Field[] {
  const key = new RegExp(`^ {${indent}}([^\\s#:][^:]*):(?:\\s|$)`);
  // Deeper, it would be a text's own line.
  const comment = new RegExp(`^ {0,${indent}}#`);
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const name = comment.test(line) ? '' : key.exec(line)?.[1];
    if (name !== undefined) fields.push({ name, lines: [line] });
    else fields.at(-1)?.lines.push(line);
  }
  return fields;
}

/** With the blanks before it: what somebody wrote behind `state: translated` or `en: |-`. A text on that line has none. */
export function commentOn(field: Field | undefined): string {
  const [, value = '', comment = ''] =
    /^ *[^:]+: *("[^"]*"|'[^']*'|[^\s"'#]*)( +#.*)$/.exec(field?.lines[0] ?? '') ?? [];
  const isWord = wordFields.has(field?.name ?? '') || /^[|>]/.test(value);
  return isWord ? comment : '';
}

/** Indented as the entries that were there. */
function newEntry(entry: Entry, { lines, languages, old }: Layout): readonly string[] {
  const dash = dashOf(lines[old.keys().next().value ?? -1]);
  const indent = ' '.repeat(dash.length);
  const out: string[] = [];
  for (const name of fieldNames(languages)) {
    const value = fieldValue(entry, name, { languages });
    if (value === undefined) continue;
    for (const line of fieldLines(name, value)) out.push(indented(line, out.length === 0 ? dash : indent));
  }
  return out;
}

const dash = '  - ';

export const dashOf = (line = ''): string => /^ *- +/.exec(line)?.[0] ?? dash;
