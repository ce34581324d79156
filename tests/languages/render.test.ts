import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  compareQuantities,
  parseQuantities,
  type Quantity,
  renderQuantity,
  rewriteQuantity,
} from '../../src/languages/numbers/index.ts';
import { cpuTime } from '../cpu-time.ts';

const tableSchema = z.strictObject({
  render: z.array(
    z.strictObject({
      says: z.string(),
      text: z.string().nullable(),
      language: z.string().optional(),
      share: z.enum(['sign', 'word', 'points']).optional(),
      money: z.string().optional(),
    }),
  ),
  rewrite: z.array(z.strictObject({ old: z.string(), next: z.string(), new: z.string().nullable() })),
});

// The same texts in each run; another seed finds other ones.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1), numRuns: 300 });

const languages = ['de', 'en', 'ko'] as const;

describe.each(languages)('%s', (language) => {
  const said = language === 'de' ? 'en' : 'de';
  const table = tableSchema.parse(parse(readFileSync(new URL(`render-${language}.yaml`, import.meta.url), 'utf8')));

  test.each(table.render)('writes $says as $text', ({ says, text, language: tag = language, ...hints }) => {
    expect(renderQuantity(first(says, said), tag, hints) ?? null).toBe(text);
  });

  test.each(table.rewrite)('writes $next into $old', ({ old, next, new: expected }) => {
    expect(rewritten(old, first(next, said), language) ?? null).toBe(expected);
  });
});

/** The first quantity of a text. */
function first(text: string, language: string): Quantity {
  return parseQuantities(text, language)[0]!;
}

function rewritten(text: string, next: Quantity, language: string): string | undefined {
  const quantity = first(text, language);
  const written = rewriteQuantity({ text, quantity }, next, language);
  return written && text.slice(0, quantity.start) + written + text.slice(quantity.end);
}

const place = { start: 0, end: 0 };
const numeral = place;
const values = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(0.01, 0.1, 1, 1_000, 1_000_000))
  .map(([digits, factor]) => String(Number((digits * factor).toPrecision(7))))
  .filter((value) => value !== '-0' && !value.includes('e'));
const whole = fc.integer({ min: 1, max: 99 }).map(String);
const amounts = fc.oneof(
  values.map((value): Quantity => ({ kind: 'number', ...place, value, numeral })),
  values.map((value): Quantity => ({ kind: 'percent', ...place, value, numeral })),
  whole.map((value): Quantity => ({ kind: 'ordinal', ...place, value, numeral })),
  whole.map((value): Quantity => ({ kind: 'century', ...place, value, numeral })),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(3, 7, 9))
    .filter(([above, below]) => above % 3 !== 0 && above !== below)
    .map(([above, below]): Quantity => ({ kind: 'fraction', ...place, value: `${above}/${below}`, numeral })),
);
const dates = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 2 }),
    fc.integer({ min: 1200, max: 2199 }),
  )
  .map(([month, days, year]): Quantity => ({ kind: 'date', ...place, days, months: [month], year }));
const decades = fc.constantFrom(1880, 1990, 2010, 80).map((decade): Quantity => ({ kind: 'decade', ...place, decade }));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]): Quantity => ({ kind: 'time', ...place, hour, minute }));
const quantities = fc.oneof(amounts, dates, decades, times);

/** With words around it that decide what it is: `3.` alone is the end of a sentence. */
const frames = { de: ['am ', ' Ende'], en: ['in ', ' end'], ko: ['', ' 끝'] } as const;

test.each(languages)('what is written in %s reads the same', (language) => {
  const [before, after] = frames[language];
  fc.assert(
    fc.property(quantities, (quantity) => {
      const text = `${before}${renderQuantity(quantity, language)!}${after}`;
      const [read, ...more] = parseQuantities(text, language);
      expect({ more, ...withoutPlace(read!) }).toEqual({ more: [], ...withoutPlace(quantity) });
    }),
    { numRuns: 1000 },
  );
});

/** What two quantities of one meaning have in common: places and the way of writing differ. */
function withoutPlace(quantity: Quantity): object {
  if (quantity.kind === 'time') return { hour: hourOf(quantity), minute: quantity.minute };
  if ('value' in quantity) return { kind: quantity.kind, value: quantity.value };
  return { ...quantity, start: 0, end: 0 };
}

/** 1 to 12 may be either half of the day where nothing says which. */
function hourOf({ hour, half }: { readonly hour: number; readonly half?: string | undefined }): number {
  return half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
}

test.each(['en', 'ko'] as const)('a quantity written in German and in %s is no difference', (target) => {
  fc.assert(
    fc.property(quantities, (quantity) => {
      const write = (language: 'de' | 'en' | 'ko'): string => frames[language].join(renderQuantity(quantity, language));
      const pair = { source: write('de'), target: write(target), languages: { source: 'de', target } };
      expect(compareQuantities(pair)).toMatchObject({ differences: [], misreadings: [] });
    }),
    { numRuns: 1000 },
  );
});

test.each(languages)('what is written into a text in %s says the new value, and nothing else changes', (language) => {
  const [before, after] = frames[language];
  fc.assert(
    fc.property(fc.tuple(quantities, quantities), ([old, next]) => {
      const text = `${before}${renderQuantity(old, language)!}${after}`;
      const changed = rewritten(text, next, language);
      fc.pre(changed !== undefined);
      const [read, ...more] = parseQuantities(changed!, language);
      expect({ more, ...withoutPlace(read!) }).toEqual({ more: [], ...withoutPlace(next) });
      expect(changed!.startsWith(before) && changed!.endsWith(after)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each(languages)('takes linear time on a long number in %s', (language) => {
  const next: Quantity = { kind: 'number', ...place, value: '9'.repeat(20_000), numeral };
  const text = `${'1'.repeat(20_000)} `;
  // Quadratic work takes minutes here.
  expect(cpuTime(() => rewritten(text, next, language))).toBeLessThan(3_000);
});
