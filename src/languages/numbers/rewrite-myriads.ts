import type { Amount, Value } from './quantity.ts';
import { koreanScales, koreanWriter, writeMyriads, writeOneScale } from './render-ko.ts';
import type { Standing } from './rewrite.ts';
import { fractionOf, writeDecimal } from './written.ts';

/** A Korean amount in the style of an old one: figures, marks, 만 with or without blanks, `3천`, `1.25만`. */
export function rewriteMyriads({ text, quantity: old }: Standing<Amount>, next: Amount): string | undefined {
  const surface = text.slice(old.start, old.end);
  if (old.kind === 'fraction') {
    const { above, below } = fractionOf(next.value);
    return surface.includes('분의') && above > 0n ? koreanWriter.fraction(above, below) : undefined;
  }
  if (next.value.includes('/') || old.value.startsWith('-') !== next.value.startsWith('-')) return undefined;
  const start = old.numeral.start - old.start;
  const end = surface.length - suffixes[old.kind].exec(surface)![0].length;
  const figures = restyled(surface.slice(start, end), next.value.replace('-', ''));
  return figures && surface.slice(0, start) + figures + surface.slice(end);
}

const suffixes: Readonly<Record<Exclude<Amount['kind'], 'fraction'>, RegExp>> = {
  number: /$/,
  percent: /(?: ?(?:%포인트|%p|%|퍼센트(?: ?포인트)?|프로))?$/,
  ordinal: /(?: ?번째|째|조)?$/,
  century: /(?:세기)?$/,
};

/** What is only about so much (`20여만`), and figures that may be decimal (`3.000`), are left alone. */
function restyled(old: string, value: Value): string | undefined {
  if (/여|^[1-9]\d{0,2}\.\d{3}$/.test(old)) return undefined;
  const scale = koreanScales.find(([, word]) => old.endsWith(word));
  if (scale && old.includes('.')) return writeOneScale(value, scale);
  if (/^[1-9]천$/.test(old) && /^[1-9]000$/.test(value)) return `${value[0]!}천`;
  const group = old.includes(',') ? ',' : '';
  const isPlain = /^[\d.,]+$/.test(old) && (group === ',' || old.length > 4 || value.length <= 4);
  if (isPlain) return writeDecimal(value, { decimal: '.', group });
  return writeMyriads(value, { blank: old.includes(' ') ? ' ' : '', group });
}
