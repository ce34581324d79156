import type { ParseOptions, Range, Unit } from '../model.ts';
import { sourceOf } from './html/source.ts';
import { tagAt } from './html/tag.ts';
import { unitsOf } from './html/units.ts';

export { htmlInline } from './html/codes.ts';
export { htmlFolds } from './html/folds.ts';
export { htmlLinks } from './html/links.ts';
export { htmlClose, htmlSpell } from './html/writing.ts';

/**
 * The units of HTML that stands in a range of a document; their `style` begins with `html-`. It may be torn: a lone start
 * tag, a comment without an end.
 */
export function readHtml(text: string, { start, end }: Range, options: ParseOptions): readonly Unit[] {
  const units = unitsOf(text.slice(start, end), options);
  return start === 0 ? units : units.map((unit) => ({ ...unit, start: start + unit.start, end: start + unit.end }));
}

/** Where the tag at a place of the text leads; asked for places that only grow. */
export function hrefsIn(text: string): (at: number) => Range | undefined {
  const source = sourceOf(text);
  return (at) => tagAt(source, at)?.attributes.find(({ name, quote }) => name === 'href' && quote !== undefined);
}
