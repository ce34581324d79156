import type { Unit } from '../../model.ts';
import { styleOf } from './style.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** An attribute's own quotation marks are written out in it. */
export function htmlSpell(sign: string, unit: Unit): string {
  if (sign === '"') return styleOf(unit) === 'html-double' ? '&quot;' : sign;
  return sign === "'" && styleOf(unit) === 'html-single' ? '&#39;' : sign;
}

/** Quotes a value that needs them now, and writes out a `<` that would swallow what stands behind the unit. */
export function htmlClose(raw: string, unit: Unit): string {
  switch (styleOf(unit)) {
    case 'html-text':
    case 'html-mixed':
      return closeMarkup(raw);
    case 'html-title':
      return raw.replace(/<(?=\/title)/gi, '&lt;');
    case 'html-unquoted':
      return /^$|^["']|[\t\n\f\r >]/.test(raw) ? `"${raw.replaceAll('"', '&quot;')}"` : raw;
    default:
      return raw;
  }
}

function closeMarkup(raw: string): string {
  if (!raw.includes('<')) return raw;
  const tokens = tokensOf(raw);
  const rest = tokens.at(-1);
  if (rest?.kind !== 'rest') return raw;
  const from = beginOf(tokens, rest);
  return raw.slice(0, from) + raw.slice(from).replaceAll('<', '&lt;');
}

/** What has no end begins with itself, or with the start tag of the element whose content it is. */
function beginOf(tokens: readonly Token[], rest: Token): number {
  return (rest.name === '' ? rest : (tokens.at(-2) ?? rest)).start;
}
