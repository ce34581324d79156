import { markdownFormat } from './markdown/format.ts';

/** CommonMark and GFM, with what site generators add to them. */
export const markdown = markdownFormat('markdown', ['.md', '.markdown', '.mdown', '.mkd'], 'markdown');
