import { areNested, fromXml, hasMarkers, toXml } from './markers.ts';

/** A text for the translator: plain, or HTML whose tags it keeps where they belong. */
export interface LocalText {
  readonly text: string;
  readonly isHtml: boolean;
}

/** A line end would be the end of a sentence. Tags that do not pair off would end the translator: they go as text. */
export function toHtml(text: string): LocalText {
  const line = text.replace(/\s*[\n\r\u2028\u2029]\s*/gu, ' ');
  if (!hasMarkers(line) || !areNested(line)) return { text: line, isHtml: false };
  const html = toXml(line)
    .replace(/<x (id="\d+")\/>/g, '<img $1>')
    .replace(/<g (id="\d+")>/g, '<b $1>')
    .replaceAll('</g>', '</b>');
  return { text: html, isHtml: true };
}

/** The inverse of `toHtml`. */
export function fromHtml({ text, isHtml }: LocalText): string {
  if (!isHtml) return text;
  const marked = text
    .replace(/<img (id="\d+")\/?>/g, '<x $1/>')
    .replace(/<b (id="\d+")>/g, '<g $1>')
    .replaceAll('</b>', '</g>');
  return fromXml(withoutCopies(marked));
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
  const copies = tags.filter((tag) => best.get(tag.mark) !== tag);
  const cuts = copies.flatMap(({ mark, start, close }) => [
    { start, end: start + mark.length },
    ...(close === undefined ? [] : [{ start: close, end: close + '</g>'.length }]),
  ]);
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
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
