import type { Code, Inline, Unit } from '../../model.ts';
import { isFolded } from './folds.ts';
import { type Part, partsOf } from './parts.ts';
import { type Reference, referencesIn } from './references.ts';
import { styleOf } from './style.ts';

export const htmlInline: Inline = { codes, signs: `<>&"'`, escape: escapeSign };

function codes(text: string, unit: Unit): readonly Code[] {
  if (!/[<&{]/.test(text)) return [];
  const found: Code[] = [];
  const parts = partsOf(text, unit);
  const indexes = new Map<number, number>();
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text' || part.kind === 'value') {
      for (const code of referenceCodes(text, part, unit)) found.push(code);
    } else {
      indexes.set(at, found.length);
      found.push(codeOf(part));
    }
  }
  return found.map((code) => (code.partner === undefined ? code : { ...code, partner: indexes.get(code.partner) }));
}

function codeOf({ kind, start, end, partner }: Part): Code {
  return kind === 'open' || kind === 'close' ? { kind, start, end, partner } : { kind: 'alone', start, end };
}

function referenceCodes(text: string, part: Part, unit: Unit): readonly Code[] {
  const style = styleOf(unit);
  return referencesIn(text, part, part.kind === 'text' ? 'text' : 'attribute')
    .filter((reference) => !isFolded(reference, style))
    .map(referenceCode);
}

/** The escape of a sign; two signs in one are a code. */
function referenceCode({ start, end, reads }: Reference): Code {
  const isOne = [...reads].length === 1;
  return isOne ? { kind: 'escape', start, end, reads } : { kind: 'alone', start, end };
}

/** Signs that nobody sees are written by number, which any document understands. */
function escapeSign(text: string, at: number, unit: Unit): string {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (sign === '"' || sign === "'") return styleOf(unit) === 'html-mixed' ? (quotes.get(sign) ?? sign) : sign;
  return markup.get(sign) ?? (/[^\P{C}]|[^\P{Z} ]/u.test(sign) ? `&#${sign.codePointAt(0)};` : sign);
}

const markup: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
]);

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
