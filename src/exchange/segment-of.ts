import type { BilingualSegment } from './bilingual.ts';
import { inlineText } from './inline.ts';
import type { PlaceAt } from './places.ts';
import type { XmlElement } from './xml.ts';

/** A source and its target, as elements of an XML file. */
export interface ElementPair extends Pick<BilingualSegment, 'id' | 'languages'> {
  readonly source: XmlElement;
  readonly target?: XmlElement | undefined;
  /** `xml:space` of each. */
  readonly space: { readonly source?: string | undefined; readonly target?: string | undefined };
  readonly unit?: string | undefined;
}

export interface XmlText {
  readonly text: string;
  readonly placeAt: PlaceAt;
}

export function segmentOf(pair: ElementPair, file: XmlText): BilingualSegment {
  const source = inlineText(pair.source, pair.space.source);
  const target = pair.target === undefined ? '' : inlineText(pair.target, pair.space.target);
  const stands = pair.target && literalStart(target, pair.target, file.text);
  return {
    id: pair.id,
    languages: pair.languages,
    unit: pair.unit ?? 'paragraph',
    source,
    target,
    place: file.placeAt(stands ?? (pair.target ?? pair.source).content),
    isLiteral: stands !== undefined,
    reserved: '<>&',
  };
}

/** Where the text of an element stands in the file as it reads: no entity, no line break, nothing left out. */
function literalStart(text: string, { content, contentEnd }: XmlElement, file: string): number | undefined {
  const raw = file.slice(content, contentEnd);
  const before = raw === text ? 0 : raw.length - raw.trimStart().length;
  const isSame = raw.slice(before, before + text.length) === text && raw.slice(before + text.length).trim() === '';
  return isSame && !/[\r\n]/.test(text) ? content + before : undefined;
}
