import { matchEnd } from './characters.ts';
import { normaliseLabel } from './labels.ts';
import { addAlone, addPair, type Scan } from './scan.ts';

/** `[[page]]` stands alone; of `[[page|text]]` the text is a pair. Links and references that look like it come first. */
export function readWikiLink(scan: Scan, at: number): number | undefined {
  const { text, labels } = scan;
  const end = matchEnd(wikiLink, text, at);
  if (end < 0 || text[end] === '(' || text[end] === '[') return undefined;
  const page = text.slice(at + 2, end - 2);
  if (labels.has(normaliseLabel(page))) return undefined;
  const bar = page.indexOf('|');
  if (bar < 0 || noText.test(page.slice(bar + 1))) return addAlone(scan, at, end);
  addPair(scan, { start: at, end: at + 3 + bar }, { start: end - 2, end });
  return end;
}

/** What has codes of its own, or is options of an image: `[[a.png|width=350px|right]]`. */
const noText = /[*_~`\\&<$:{|]|^\w+=/;

const wikiLink = /\[\[[^[\]\n]{1,300}\]\]/y;
