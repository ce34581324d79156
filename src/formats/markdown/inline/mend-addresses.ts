import type { Code, Piece } from '../../../model.ts';
import { withoutPunctuation } from './addresses.ts';
import type { Dialect } from './scan.ts';

/** GFM's bare addresses end at a blank only: in angle brackets they end where they should. */
export function mendAddresses(text: string, codes: readonly Code[], dialect: Dialect): readonly Piece[] {
  if (dialect === 'mdx') return [];
  return codes.flatMap(({ start, end, name }) => {
    const rest = name === undefined || text[start] === '<' ? -1 : text.slice(start, end).search(noAddress);
    if (rest <= 0) return [];
    if (/^https?:/i.test(text.slice(start, end))) {
      const cut = withoutPunctuation(text, start, start + rest);
      return [{ start, end: cut, text: `<${text.slice(start, cut)}>` }];
    }
    return text.startsWith('\\]', start + rest)
      ? [{ start: start + rest, end: start + rest + 2, text: '&rbrack;' }]
      : [];
  });
}

/** What no address has in it: Korean, closing quotation marks, escapes. */
const noAddress = /[\\“”‘’„‚«»「」『』《》〈〉\u3000\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
