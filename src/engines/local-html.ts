import { areNested, fromXml, hasMarkers, toXml } from './markers.ts';

/** A text for the translator: plain, or HTML whose tags it keeps where they belong. */
export interface LocalText {
  readonly text: string;
  readonly isHtml: boolean;
}

/** A line end would be the end of a sentence. Tags that do not pair off would end the translator: they go as text. */
export function toHtml(text: string): LocalText {
  const line = text.replace(/[\n\r\u2028\u2029]/gu, ' ');
  if (!hasMarkers(line) || !areNested(line)) return { text: line, isHtml: false };
  const html = toXml(line)
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
  return fromXml(withBlanks(withoutCopies(marked), source)).trim();
}

/** The translator does not see an empty code and makes one blank of the two around it: the code gets both back. */
function withBlanks(text: string, source: string): string {
  const free = new Set(Array.from(source.matchAll(/(?<=^|\s)<x id="\d+"\/>(?=\s|$)/g), ([mark]) => mark));
  return text.replace(/<x id="\d+"\/>/g, (mark, at: number) => {
    if (!free.has(mark)) return mark;
    const [left, right] = [text.slice(0, at), text.slice(at + mark.length)];
    const before = /(?:[\p{L}\p{N}]|<\/g>)$/u.test(left.slice(-4)) ? ' ' : '';
    const after = /^(?:[\p{L}\p{N}]|<[gx])/u.test(right.slice(0, 2)) ? ' ' : '';
    return before + mark + after;
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
