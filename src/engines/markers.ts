/** Markers of codes in a text that goes to an engine: `<x id="1"/>`, `<g id="2">`, `</g>` (XLIFF 1.2). */
const marker = /<x id="\d+"\/>|<g id="\d+">|<\/g>/g;

export function hasMarkers(text: string): boolean {
  return text.search(marker) >= 0;
}

/** Each `</g>` closes a `<g>`, and none stays open. */
export function areNested(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(marker)) {
    if (mark === '</g>') depth -= 1;
    else if (mark.startsWith('<g')) depth += 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Markers as they went out, where there is no doubt what an engine made of them: blanks inside, other quotation marks, full
 * width signs, a pair in the place of an empty element.
 */
export function mendMarkers(text: string): string {
  return text
    .replace(/[<＜] ?([xg]) +id ?= ?["'“”„＂]?(\d{1,6})["'“”＂]? ?(\/?) ?[>＞]/gu, '<$1 id="$2"$3>')
    .replace(/[<＜] ?\/ ?([xg]) ?[>＞]/gu, '</$1>')
    .replace(/<x id="(\d+)"\/?>(?: ?<\/x>)?/gu, '<x id="$1"/>');
}

/** The text as XML, in which only the markers are tags. */
export function toXml(text: string): string {
  return outsideOfMarkers(text, (part) => part.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign));
}

/** The inverse of `toXml`. */
export function fromXml(xml: string): string {
  return outsideOfMarkers(xml, (part) =>
    part.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => signs[entity.slice(1, -1)] ?? entity),
  );
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function outsideOfMarkers(text: string, write: (part: string) => string): string {
  let [out, from] = ['', 0];
  for (const { 0: mark, index } of text.matchAll(marker)) {
    out += write(text.slice(from, index)) + mark;
    from = index + mark.length;
  }
  return out + write(text.slice(from));
}
