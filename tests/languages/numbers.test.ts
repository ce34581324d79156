import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  compareQuantities,
  numberWords,
  parseQuantities,
  type Quantity,
  readsNumbers,
  swapMarks,
} from '../../src/languages/numbers/index.ts';
import { cpuTime } from '../cpu-time.ts';

/**
 * A row: a text and what it says, each as `kind value`, with the words in brackets where they are not the whole text.
 * `words` are the values that the text's number words may excuse; only those listed under `not` must be absent.
 */
const rowSchema = z.strictObject({
  text: z.string(),
  says: z.array(z.string()).optional(),
  words: z.array(z.string()).optional(),
  not: z.array(z.string()).default([]),
});

// The same texts in each run; another seed finds other ones.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1), numRuns: 300 });

const folder = new URL('numbers/', import.meta.url);
const languages = ['de', 'en', 'ko'] as const;

test('each language has its rows', () => {
  expect(readdirSync(folder).toSorted()).toEqual(languages.map((language) => `${language}.yaml`));
});

describe.each(languages)('%s', (language) => {
  const rows = z.array(rowSchema).parse(parse(readFileSync(new URL(`${language}.yaml`, folder), 'utf8')));

  test.each(rows.filter(({ says }) => says !== undefined))('reads $text', ({ text, says }) => {
    expect(parseQuantities(text, language).map((quantity) => shown(quantity, text))).toEqual(says);
  });

  test.each(rows.filter(({ words }) => words !== undefined))('knows the words of $text', ({ text, words, not }) => {
    const known = numberWords(text, language).map(({ kind, value }) => `${kind} ${value}`);
    expect(known).toEqual(expect.arrayContaining(words!));
    for (const value of not) expect(known).not.toContain(value);
  });
});

function shown(quantity: Quantity, text: string): string {
  const surface = text.slice(quantity.start, quantity.end);
  return `${kindAndValue(quantity)}${surface === text ? '' : ` [${surface}]`}`;
}

function kindAndValue(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'range':
      return `range ${kindAndValue(quantity.from)} – ${kindAndValue(quantity.to)}`;
    case 'date':
      return `date ${[quantity.year, quantity.months.join('+'), quantity.days.join('+')].filter(Boolean).join('-')}${quantity.swappable ? '?' : ''}`;
    case 'time':
      return `time ${quantity.hour}:${String(quantity.minute).padStart(2, '0')}${quantity.half ?? ''}`;
    case 'decade':
      return `decade ${quantity.decade}`;
    case 'code':
    case 'version':
      return `${quantity.kind} ${quantity.code}`;
    default: {
      const readings = quantity.readings ? ` or ${quantity.readings.join(', ')}` : '';
      const foreign = quantity.foreign ? ` foreign ${quantity.foreign.only ? 'only' : quantity.foreign.value}` : '';
      return `${quantity.kind} ${quantity.value}${readings}${foreign}`;
    }
  }
}

/** A decimal of at most 15 digits, exactly as Intl renders it. */
const decimals = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => digits / 10 ** places)
  .filter((number) => !Object.is(number, -0));

describe('what Intl writes', () => {
  test.each(languages)('in %s has the value that was written', (language) => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
    fc.assert(
      fc.property(decimals, (number) => {
        expect(onlyValue(format.format(number), language)).toBe(String(number));
      }),
    );
  });

  test.each(languages)('in compact words in %s has the value that was written', (language) => {
    const format = new Intl.NumberFormat(language, {
      notation: 'compact',
      compactDisplay: 'long',
      maximumFractionDigits: 20,
    });
    const amounts = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(amounts, ([digits, zeros]) => {
        const number = digits * 10 ** zeros;
        expect(onlyValue(format.format(number), language)).toBe(String(number));
      }),
    );
  });

  test('in two languages is no difference', () => {
    const pairs = fc.tuple(decimals, fc.constantFrom(...languages), fc.constantFrom(...languages));
    fc.assert(
      fc.property(pairs, ([number, source, target]) => {
        const write = (language: string): string =>
          `(${new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(number)})`;
        const pair = { source: write(source), target: write(target) };
        expect(compareQuantities({ ...pair, languages: { source, target } })).toMatchObject({
          differences: [],
          misreadings: [],
        });
      }),
    );
  });

  test('with the marks of the other convention is found and mended', () => {
    const grouped = fc.integer({ min: 1_000, max: 999_999_999 });
    fc.assert(
      fc.property(grouped, fc.constantFrom('en', 'ko'), (number, target) => {
        const german = number.toLocaleString('de');
        const { differences, misreadings } = compareQuantities({
          source: german,
          target: german,
          languages: { source: 'de', target },
        });
        expect(differences).toEqual([]);
        expect(misreadings).toHaveLength(1);
        expect(swapMarks(german)).toBe(number.toLocaleString(target));
      }),
    );
  });

  test('as dates and times in two languages is no difference', () => {
    const moments = fc.date({
      min: new Date(Date.UTC(1800, 0)),
      max: new Date(Date.UTC(2199, 11, 31)),
      noInvalidDate: true,
    });
    const styles = fc.constantFrom('long' as const, 'medium' as const);
    fc.assert(
      fc.property(moments, styles, fc.constantFrom('en', 'en-GB', 'ko'), (moment, dateStyle, target) => {
        const write = (language: string): string =>
          moment.toLocaleString(language, { dateStyle, timeStyle: 'short', timeZone: 'UTC' });
        const pair = { source: write('de'), target: write(target) };
        expect(compareQuantities({ ...pair, languages: { source: 'de', target } }).differences).toEqual([]);
      }),
    );
  });
});

function onlyValue(text: string, language: string): string {
  const quantities = parseQuantities(text, language);
  expect(quantities).toHaveLength(1);
  return 'value' in quantities[0]! ? quantities[0].value : '';
}

const pieces = fc.constantFrom(
  ...[
    '1',
    '12',
    '0',
    '000',
    '.',
    ',',
    ' ',
    '-',
    '–',
    '~',
    '/',
    ':',
    '%',
    '½',
    '$',
    '€',
    'F-',
    'm',
    'bn',
    '만',
    '천',
    '억',
    '조',
    '월',
    '일',
  ],
  ...[
    '년',
    '시',
    '분',
    '여',
    '제',
    'Mio.',
    'Milliarden',
    'million',
    'Mai',
    'May',
    'Uhr',
    'p.m.',
    'er',
    's',
    'th',
    'zwei',
    'hundert',
    'tausend',
  ],
  ...['half a', 'and a half', 'thousand', '열', '두', '십', 'III', "'", '\u00a0', '１', 'x', 'ä'],
);
const jumbles = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));

test.each(languages)('any text in %s gives quantities in order, inside the text', (language) => {
  fc.assert(
    fc.property(jumbles, (text) => {
      let end = 0;
      for (const quantity of parseQuantities(text, language)) {
        // Both ends of a span of hours are one match.
        expect(quantity.start).toBeGreaterThanOrEqual(quantity.kind === 'time' ? 0 : end);
        expect(quantity.end).toBeGreaterThan(quantity.start);
        end = quantity.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      for (const word of numberWords(text, language)) expect(word.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test.each(languages)('a text in %s never differs from itself', (language) => {
  const same = (text: string): unknown =>
    compareQuantities({ source: text, target: text, languages: { source: language, target: language } }).differences;
  fc.assert(
    fc.property(jumbles, (text) => {
      expect(same(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('knows which languages it reads', () => {
  expect(['de', 'de-CH', 'en-GB', 'ko', 'fr'].map(readsNumbers)).toEqual([true, true, true, true, false]);
});

test.each([
  '1',
  '1 ',
  '1.',
  '1.1',
  '1,',
  '만',
  '1만',
  '1만1천',
  '1-',
  '-1',
  '1/',
  '1:',
  'F-1',
  'zwanzig',
  'hundred ',
  'hundert',
  '천',
  '３',
])('takes linear time on many %j', (piece) => {
  const source = piece.repeat(20_000 / piece.length);
  const time = cpuTime(() => {
    for (const target of ['en', 'ko'])
      compareQuantities({ source, target: `${source}.`, languages: { source: 'de', target } });
  });
  // Quadratic work takes minutes here.
  expect(time).toBeLessThan(5_000);
});
