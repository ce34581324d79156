import type { Range } from '../../../model.ts';
import { attributeListEnd } from './attribute-lists.ts';
import { type Delimiter, pairRuns } from './delimiters.ts';
import { readReferences } from './escapes.ts';
import { labelAt, normaliseLabel } from './labels.ts';
import { linkTail, type Tail } from './link-tail.ts';
import { addAlone, addPair, type Extras, lastEnd, type Scan } from './scan.ts';
import { readWikiLink } from './wiki-links.ts';

/** A `[` that may start something, with what stands before it: `!`, `^`, `:abbr`. */
export interface Bracket extends Range {
  readonly kind: 'link' | 'image' | 'note' | 'directive';
  /** The last run before it: emphasis inside is paired when it ends. */
  readonly bottom: Delimiter | undefined;
  /** No link lies in a link. */
  isInLink: boolean;
  /** Then the text in it is no label. */
  hasBrackets: boolean;
}

export function readOpenBracket(scan: Scan, at: number): number {
  const { text } = scan;
  const footnote = footnoteEnd(scan, at);
  if (footnote >= 0) return addAlone(scan, at, footnote);
  if (text[at + 1] === '[') {
    const end = readWikiLink(scan, at);
    if (end !== undefined) return end;
  }
  const isNote = at > lastEnd(scan) && text[at - 1] === '^';
  return push(scan, { kind: isNote ? 'note' : 'link', start: isNote ? at - 1 : at, end: at + 1 });
}

export function readBang(scan: Scan, at: number): number {
  if (scan.text[at + 1] !== '[' || footnoteEnd(scan, at + 1) >= 0) return at + 1;
  return push(scan, { kind: 'image', start: at, end: at + 2 });
}

/** `:abbr[` at `at`, up to `end`. */
export function openDirective(scan: Scan, at: number, end: number): number {
  return push(scan, { kind: 'directive', start: at, end });
}

export function readCloseBracket(scan: Scan, at: number): number {
  const bracket = scan.brackets.pop();
  if (bracket === undefined) return at + 1;
  return closeLink(scan, bracket, at) ?? closeOther(scan, bracket, at) ?? at + 1;
}

/** `[^label]`; where a link's destination follows, only if the document has such a footnote. */
function footnoteEnd({ text, labels }: Scan, at: number): number {
  if (text[at + 1] !== '^') return -1;
  const label = labelAt(text, at);
  if (label === undefined || !/^\^[^\s^]+$/.test(text.slice(label.start, label.end))) return -1;
  const next = text[label.end + 1];
  const isLink = next === '(' || next === '[';
  return isLink && !labels.has(normaliseLabel(text.slice(label.start, label.end))) ? -1 : label.end + 1;
}

function push({ brackets, delimiters }: Scan, { kind, start, end }: Pick<Bracket, 'kind' | 'start' | 'end'>): number {
  const outer = brackets.at(-1);
  if (outer !== undefined) outer.hasBrackets = true;
  brackets.push({ kind, start, end, bottom: delimiters.last, isInLink: false, hasBrackets: false });
  return end;
}

function closeLink(scan: Scan, bracket: Bracket, at: number): number | undefined {
  if (bracket.isInLink) return undefined;
  const tail = linkTail(scan, at + 1);
  const end: Ending | undefined = tail ? { start: at, ...tail } : referenceEnd(scan, bracket, at);
  if (end === undefined) return undefined;
  pairRuns(scan, bracket.bottom);
  const isImage = bracket.kind === 'image';
  addLink(scan, { start: isImage ? bracket.start : bracket.end - 1, end: bracket.end }, end);
  if (!isImage) leaveLinks(scan.brackets);
  return end.end;
}

/** Those before one that is in a link are so, too. */
function leaveLinks(brackets: readonly Bracket[]): void {
  for (let at = brackets.length - 1; at >= 0 && !brackets[at]?.isInLink; at -= 1) {
    const bracket = brackets[at];
    if (bracket !== undefined && bracket.kind !== 'image') bracket.isInLink = true;
  }
}

type Ending = Tail & Range & Extras;

/** `][label]`, `][]` or `]` alone, where the document has such a label. */
function referenceEnd({ text, labels }: Scan, { end, hasBrackets }: Bracket, at: number): Ending | undefined {
  const label = labelAt(text, at + 1);
  const isFull = label !== undefined && label.end > label.start;
  if (!isFull && (hasBrackets || at - end > 999)) return undefined;
  const written = isFull ? text.slice(label.start, label.end) : text.slice(end, at);
  const name = normaliseLabel(written);
  if (name.startsWith('^') || !labels.has(name)) return undefined;
  return {
    start: at,
    end: (label?.end ?? at) + 1,
    name: `][${name}]`,
    whenChanged: isFull ? undefined : `][${written}]`,
  };
}

/** A title is a pair of its own, right behind that of the text. */
function addLink(scan: Scan, open: Range, { start, end, title, name, whenChanged }: Ending): void {
  if (title === undefined || !/\S/.test(scan.text.slice(title.start, title.end))) {
    addPair(scan, open, { start, end, name, whenChanged });
    return;
  }
  addPair(scan, open, { start, end: start });
  readReferences(scan, title);
  addPair(scan, { start, end: title.start }, { start: title.end, end });
}

/** A note, a directive, or pandoc's span: `[text]{.class}`. */
function closeOther(scan: Scan, { kind, start, end, bottom }: Bracket, at: number): number | undefined {
  const mayHaveList = kind === 'directive' || (kind === 'link' && scan.dialect === 'markdown');
  const list = mayHaveList ? attributeListEnd(scan.text, at + 1) : -1;
  if (kind === 'image' || (kind === 'link' && list < 0)) return undefined;
  pairRuns(scan, bottom);
  addPair(scan, { start, end }, { start: at, end: list < 0 ? at + 1 : list });
  return list < 0 ? at + 1 : list;
}
