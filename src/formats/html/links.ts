import type { Link } from '../../model.ts';
import { contextsOf } from './contexts.ts';
import { decoded } from './references.ts';
import { tokensOf } from './tokens.ts';

/** Where `href` leads. What is not translated keeps its links, and so does what names the language of its destination. */
export function htmlLinks(text: string): readonly Link[] {
  const tokens = tokensOf(text);
  const contexts = contextsOf(tokens);
  return tokens.flatMap(({ kind, attributes }, at) => {
    if (kind !== 'open' || contexts[at]?.isOff || attributes.some(({ name }) => name === 'hreflang')) return [];
    const href = attributes.find(({ name, quote }) => name === 'href' && quote !== undefined);
    if (href === undefined) return [];
    const { start, end } = href;
    return [{ start, end, destination: decoded(text, href, 'attribute') }];
  });
}
