import type { Inline } from '../../../model.ts';
import { codesOf } from './codes.ts';
import { escapeMarkdown, escapeMdx } from './escape.ts';
import { mend } from './mend.ts';

/** The inline syntax of Markdown: CommonMark, GFM, and what site generators add. */
export const inline: Inline = {
  codes: (text, unit) => codesOf(text, unit, 'markdown'),
  signs: '\\`*_~[]<&$!:{+',
  escape: escapeMarkdown,
  mend: (text, unit) => mend(text, unit, 'markdown'),
};

/** With JSX and expressions, without raw HTML and autolinks in angle brackets. */
export const mdxInline: Inline = {
  codes: (text, unit) => codesOf(text, unit, 'mdx'),
  signs: '\\`*_~[]<&$!:{}+',
  escape: escapeMdx,
  mend: (text, unit) => mend(text, unit, 'mdx'),
};
