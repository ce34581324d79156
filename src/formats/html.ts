import type { Format } from '../model.ts';
import { htmlStart } from './html/front-matter.ts';
import { localiseHtml } from './html/localise.ts';
import { htmlClose, htmlFolds, htmlInline, htmlSpell, readHtml } from './html-fragment.ts';

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
  localise(text, languages) {
    const start = htmlStart(text);
    return localiseHtml(text.slice(start), languages).map((piece) => ({
      ...piece,
      start: start + piece.start,
      end: start + piece.end,
    }));
  },
};
