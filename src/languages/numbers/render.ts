import { primaryLanguage } from '../../language-tag.ts';
import type { Language } from '../../model.ts';
import type { Amount, Quantity } from './quantity.ts';
import { germanWriter } from './render-de.ts';
import { englishWriter } from './render-en.ts';
import { koreanWriter } from './render-ko.ts';
import type { Hints, Writer } from './writer.ts';
import { fractionOf } from './written.ts';

const writers: Readonly<Record<string, Writer>> = { de: germanWriter, en: englishWriter, ko: koreanWriter };

/** A quantity in the house style of a language: `12,500`, `3억5000만`, `3. Juni 2024`; `undefined` where there is none. */
export function renderQuantity(quantity: Quantity, language: Language, hints: Hints = {}): string | undefined {
  const writer = writers[primaryLanguage(language)];
  if (writer === undefined) return undefined;
  switch (quantity.kind) {
    case 'range': {
      const [from, to] = [quantity.from, quantity.to].map((amount) => renderAmount(amount, writer, hints));
      return from && to && `${from}${writer.rangeMark}${to}`;
    }
    case 'date':
      return writer.date(quantity, language);
    case 'decade':
      return writer.decade(quantity);
    case 'time':
      return writer.time(quantity);
    case 'code':
    case 'version':
      return quantity.code;
    default:
      return renderAmount(quantity, writer, hints);
  }
}

function renderAmount({ kind, value }: Amount, writer: Writer, hints: Hints): string | undefined {
  if (kind === 'fraction') {
    const { above, below } = fractionOf(value);
    return below > 1n && above > 0n ? writer.fraction(above, below) : undefined;
  }
  if (value.includes('/')) return undefined;
  if (kind === 'ordinal') return writer.ordinal(value);
  if (kind === 'century') return writer.century(value);
  const sign = value.startsWith('-') ? '-' : '';
  const figures = writer.number(value.slice(sign.length));
  if (kind === 'percent') return sign + writer.percent(figures, hints.share ?? 'sign');
  return sign + (writer.moneyFirst ? (hints.money ?? '') : '') + figures;
}
