import type { Inline } from '../../../model.ts';
import { codesOf } from './codes.ts';

/** The inline syntax of Markdown. */
export const inline: Inline = {
  codes: (text, unit) => codesOf(text, unit, 'markdown'),
  signs: '\\`*_~[]<&$!:{',
  escape: (text, at) => text[at] ?? '',
};
