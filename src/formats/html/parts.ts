import type { Range, Unit } from '../../model.ts';
import { partnersOf } from '../partners.ts';
import { inlineAttributes } from './attributes.ts';
import { isOpening, isWhole } from './elements.ts';
import { extraOf, isMarkup, styleOf } from './style.ts';
import type { Attribute, Token } from './token.ts';
import { plainTokensOf, tokensOf } from './tokens.ts';

/**
 * A stretch of a unit's text: words, the value of an attribute, a line break, or a code. `partner` is the index of the
 * other half among the parts.
 */
export interface Part extends Range {
  readonly kind: 'text' | 'value' | 'break' | 'open' | 'close' | 'alone';
  readonly partner?: number | undefined;
}

/** The parts of a unit's text or of a sentence of it, one behind the other. */
export function partsOf(text: string, unit: Unit): readonly Part[] {
  const style = styleOf(unit);
  const kind = isMarkup(style) || style === 'html-title' ? 'text' : 'value';
  if (!/[<{]/.test(text)) return [{ kind, start: 0, end: text.length }];
  if (isMarkup(style)) return markupParts(tokensOf(text), extraOf(unit));
  return plainTokensOf(text).map((token) => ({
    kind: token.kind === 'text' ? kind : 'alone',
    start: token.start,
    end: token.end,
  }));
}

function markupParts(tokens: readonly Token[], extra: readonly string[]): readonly Part[] {
  const partners = partnersOf(tokens, isOpening);
  const parts: Part[] = [];
  const opened = new Map<number, number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const { start, end } = token;
    const partner = partners[at] ?? -1;
    if (partner > at && isWhole(token)) {
      parts.push({ kind: 'alone', start, end: tokens[partner]?.end ?? end });
      at = partner;
    } else if (partner > at) {
      opened.set(at, parts.length);
      for (const part of startParts(token, parts.length, extra)) parts.push(part);
    } else if (partner >= 0) {
      const open = opened.get(partner) ?? 0;
      opened.delete(partner);
      parts[open] = { ...parts[open]!, partner: parts.length };
      parts.push({ kind: 'close', start, end, partner: open });
    } else if (token.kind === 'text') parts.push({ kind: 'text', start, end });
    else if (isLineBreak(token) && opened.size === 0) parts.push({ kind: 'break', start, end });
    else for (const part of aloneParts(token, parts.length, extra)) parts.push(part);
  }
  return parts;
}

/** A line break ends a sentence, but a pair around it keeps the sentence whole: there it is a code. */
const isLineBreak = ({ kind, name }: Token): boolean => kind === 'open' && name === 'br';

/** The start tag of a pair, and in it pairs around the values that are read. `first` is the index of its first part. */
function startParts(tag: Token, first: number, extra: readonly string[]): readonly Part[] {
  const values = inlineAttributes(tag, extra);
  const end = values[0]?.nameStart ?? tag.end;
  return [{ kind: 'open', start: tag.start, end }, ...valueParts(tag, values, { start: end, first: first + 1 })];
}

function aloneParts(tag: Token, first: number, extra: readonly string[]): readonly Part[] {
  const { start, end } = tag;
  const values = inlineAttributes(tag, extra);
  return values.length === 0 ? [{ kind: 'alone', start, end }] : valueParts(tag, values, { start, first });
}

interface From {
  readonly start: number;
  readonly first: number;
}

function valueParts({ end }: Token, values: readonly Attribute[], { start, first }: From): readonly Part[] {
  return values.flatMap((value, nth): readonly Part[] => {
    const at = first + 3 * nth;
    return [
      { kind: 'open', start: nth === 0 ? start : value.nameStart, end: value.start, partner: at + 2 },
      { kind: 'value', start: value.start, end: value.end },
      { kind: 'close', start: value.end, end: values[nth + 1]?.nameStart ?? end, partner: at },
    ];
  });
}
