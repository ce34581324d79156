import { areNested, fromXml, hasMarkers, toXml } from './markers.ts';
import { findProtected } from './protected.ts';

/** A text for the translator: plain, or HTML whose tags it keeps where they belong. */
export interface LocalText {
  readonly text: string;
  readonly isHtml: boolean;
}

/** Tags that do not pair off would end the translator: they go as text. */
export function toHtml(source: string): LocalText {
  const { text } = shield(source);
  if (!hasMarkers(text) || !areNested(text)) return { text: inOneLine(source), isHtml: false };
  const html = toXml(text)
    .replace(/<x (id="\d+")\/>/g, '<img $1>')
    .replace(/<g (id="\d+")>/g, '<b $1>')
    .replaceAll('</g>', '</b>');
  return { text: html, isHtml: true };
}

/** What the translator made of a text, with its codes as they are in the source. */
export function fromHtml({ text, isHtml }: LocalText, source: string): string {
  if (!isHtml) return text.trim();
  const marked = text
    .replace(/<img (id="\d+")\/?>/g, '<x $1/>')
    .replace(/<b (id="\d+")>/g, '<g $1>')
    .replaceAll('</b>', '</g>');
  const shielded = shield(source);
  return unshield(fromXml(withBlanks(withoutCopies(marked), shielded.text)), shielded.spans).trim();
}

/** A line end would be the end of a sentence. */
const inOneLine = (text: string): string => text.replace(/[\n\r\u2028\u2029]/gu, ' ');

interface Shielded {
  readonly text: string;
  readonly spans: readonly string[];
}

/** The translator would spell addresses and placeholders anew: they go as empty codes, whose ids nobody else has. */
function shield(source: string): Shielded {
  const line = inOneLine(source);
  const spans: string[] = [];
  let [text, from] = ['', 0];
  for (const span of findProtected(line)) {
    const at = line.indexOf(span, from);
    const parts = span.split(/(<x id="\d+"\/>|<g id="\d+">|<\/g>)/g);
    const codes = parts.map((part, place) => (place % 2 === 1 || part === '' ? part : codeOf(spans.push(part) - 1)));
    text += line.slice(from, at) + codes.join('');
    from = at + span.length;
  }
  return { text: text + line.slice(from), spans };
}

const firstId = 1_000_000;
const codeOf = (at: number): string => `<x id="${firstId + at}"/>`;

function unshield(text: string, spans: readonly string[]): string {
  return text.replace(/<x id="(\d{7})"\/>/g, (code, id) => spans[Number(id) - firstId] ?? code);
}

/** The translator does not see an empty code, and makes one blank of two: a code gets back those that it has in the source. */
function withBlanks(text: string, source: string): string {
  const blanks = new Map(
    Array.from(source.matchAll(/(\s?)(<x id="\d+"\/>)(?=(\s?))/g), ([, left, mark, right]) => [mark!, { left, right }]),
  );
  return text.replace(/<x id="\d+"\/>/g, (mark, at: number) => {
    const { left, right } = blanks.get(mark) ?? {};
    const isBehindWord = /(?:[\p{L}\p{N}]|<\/g>)$/u.test(text.slice(Math.max(0, at - 4), at));
    const isBeforeWord = /^(?:[\p{L}\p{N}]|<[gx])/u.test(text.slice(at + mark.length, at + mark.length + 2));
    return (left && isBehindWord ? ' ' : '') + mark + (right && isBeforeWord ? ' ' : '');
  });
}

interface Tag {
  readonly mark: string;
  readonly start: number;
  /** Of what it holds. */
  readonly length: number;
  /** Where its closing tag stands. */
  readonly close?: number | undefined;
}

/**
 * The translator repeats a code where words that it held were parted: the longest of the pieces keeps it, of empty ones the
 * first.
 */
function withoutCopies(text: string): string {
  const best = new Map<string, Tag>();
  const tags = tagsOf(text);
  for (const tag of tags) if (tag.length > (best.get(tag.mark)?.length ?? -1)) best.set(tag.mark, tag);
  const cuts = tags
    .filter((tag) => best.get(tag.mark) !== tag)
    .flatMap(({ mark, start, close }) => [
      { start, end: start + mark.length },
      ...(close === undefined ? [] : [{ start: close, end: close + '</g>'.length }]),
    ]);
  return without(
    text,
    cuts.sort((a, b) => a.start - b.start),
  );
}

function without(text: string, cuts: readonly { readonly start: number; readonly end: number }[]): string {
  let [kept, from] = ['', 0];
  for (const { start, end } of cuts) {
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}

function tagsOf(text: string): readonly Tag[] {
  const open: { readonly mark: string; readonly start: number }[] = [];
  return [...text.matchAll(/<x id="\d+"\/>|<g id="\d+">|<\/g>/g)].flatMap(({ 0: mark, index }): readonly Tag[] => {
    if (mark.startsWith('<x')) return [{ mark, start: index, length: 0 }];
    if (mark !== '</g>') open.push({ mark, start: index });
    const opened = mark === '</g>' ? open.pop() : undefined;
    return opened ? [{ ...opened, length: index - opened.start - opened.mark.length, close: index }] : [];
  });
}
