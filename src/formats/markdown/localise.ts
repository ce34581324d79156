import type { Format, Languages, ParseOptions, Piece, Range } from '../../model.ts';
import { splice } from '../../splice.ts';
import { followed, followLinks } from '../follow-links.ts';
import { htmlLinks } from '../html-fragment.ts';
import { offsetIn } from '../unit-text.ts';
import { headingsIn } from './headings.ts';
import { isHtml, type MarkdownDocument } from './read.ts';

interface Localising {
  readonly format: Format;
  readonly options: ParseOptions;
  /** Only where it is needed. */
  read(): MarkdownDocument;
}

/** Links that follow the language, and ids that translated headings would not have any more. */
export function localiseMarkdown(
  text: string,
  languages: Languages,
  { format, options, read }: Localising,
): readonly Piece[] {
  const following = followed(text, languages, options);
  const isExplicit = options.headingIds === 'explicit' && languages.source !== languages.target;
  if (following === undefined && !isExplicit) return [];
  const document = read();
  const links = following && followLinks(text, destinationsIn(document, format), following);
  const ids = isExplicit ? idPieces(document, format) : [];
  return [...(links ?? []), ...ids].toSorted((a, b) => a.start - b.start);
}

function destinationsIn({ text, units, definitions, html }: MarkdownDocument, format: Format): readonly Range[] {
  const inTexts = units.flatMap((unit): readonly Range[] => {
    if (isHtml(unit)) return [];
    const raw = text.slice(unit.start, unit.end);
    const folds = format.folds(raw, unit);
    const offset = offsetIn(folds);
    return (format.links?.(splice(raw, folds), unit) ?? []).map(({ start, end }) => ({
      start: unit.start + offset(start),
      end: unit.start + offset(end),
    }));
  });
  const inHtml = html.flatMap(({ start, end }) =>
    htmlLinks(text.slice(start, end)).map((link) => ({ start: start + link.start, end: start + link.end })),
  );
  return [...inTexts, ...definitions, ...inHtml];
}

/** ` {#id}` behind the text of each heading that has none; in the list of its attributes, where it has one. */
function idPieces({ text, units }: MarkdownDocument, format: Format): readonly Piece[] {
  return headingsIn(text, units, format).flatMap(({ unit: { end }, slug, isExplicit }) => {
    if (isExplicit || slug === '') return [];
    list.lastIndex = end;
    const inside = list.test(text) ? list.lastIndex : undefined;
    return [{ start: inside ?? end, end: inside ?? end, text: inside === undefined ? ` {#${slug}}` : `#${slug} ` }];
  });
}

const list = /[ \t]*#{0,9}[ \t]*\{:?[ \t]*(?=[.\w-])/y;
