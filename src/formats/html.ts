import type { Format } from '../model.ts';
import { followed, followLinks } from './follow-links.ts';
import { localiseHtml } from './html/localise.ts';
import { htmlStart } from './html/start.ts';
import { htmlClose, htmlFolds, htmlInline, htmlLinks, htmlSpell, readHtml } from './html-fragment.ts';
import { namedAnchors } from './named-anchors.ts';

/**
 * HTML, however broken: by the standard's tokenizer, without its tree. A unit is a run of text with the elements in it;
 * `pre`, `textarea`, scripts, styles, drawings and what is not to be translated are copied.
 */
export const html: Format = {
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  parse(text, options) {
    return { newlines: 'paragraph', units: readHtml(text, { start: htmlStart(text), end: text.length }, options) };
  },
  folds: htmlFolds,
  spell: htmlSpell,
  close: htmlClose,
  inline: htmlInline,
  localise(text, languages, options) {
    const start = htmlStart(text);
    const body = text.slice(start);
    const following = followed(body, languages, options);
    const links = following === undefined ? [] : followLinks(body, htmlLinks(body), following);
    return [...localiseHtml(body, languages), ...links]
      .toSorted((a, b) => a.start - b.start)
      .map((piece) => ({ ...piece, start: start + piece.start, end: start + piece.end }));
  },
  links: htmlLinks,
  anchors: namedAnchors,
};
