import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPair, checks } from '../../src/checks/index.ts';
import type { Finding } from '../../src/model.ts';

// The same texts in each run; another seed finds other ones.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1), numRuns: 150 });

/** What Intl (ICU) writes for a value in a language: it knows the languages better than we do. */
type Write = (language: string) => string;

const currencies = fc.constantFrom('EUR', 'USD', 'KRW', 'JPY', 'GBP', 'CHF', 'RUB', 'CNY');
const units = fc.constantFrom(
  ...['kilometer', 'meter', 'centimeter', 'mile', 'foot', 'inch', 'yard', 'kilogram', 'gram', 'liter', 'celsius'],
  ...['fahrenheit', 'kilometer-per-hour', 'mile-per-hour', 'gigabyte', 'hectare', 'acre', 'ounce', 'gallon', 'pound'],
  ...['day', 'hour', 'minute', 'second', 'week', 'month', 'year'],
);
const amounts = fc
  .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 2 }))
  .map(([digits, places]) => digits / 10 ** places);
const rounds = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 10 }))
  .map(([digits, zeros]) => digits * 10 ** zeros);
// Nothing says which half of the day 12.05 is in.
const moments = fc
  .date({ min: new Date(Date.UTC(1800, 0)), max: new Date(Date.UTC(2199, 11, 31)), noInvalidDate: true })
  .filter((moment) => moment.getUTCHours() % 12 !== 0);

const compact = { notation: 'compact', maximumFractionDigits: 20 };

/** Pairs of a style and a value, so that two values can be written in one style. */
const kinds: Readonly<Record<string, fc.Arbitrary<readonly [Write, Write]>>> = {
  percent: two(
    fc.integer({ min: -9_999, max: 99_999 }).map((value) => value / 10_000),
    fc.constant({ style: 'percent', maximumFractionDigits: 2 }),
  ),
  'compact words': two(rounds, fc.constant({ ...compact, compactDisplay: 'long' })),
  money: two(
    amounts,
    fc
      .tuple(currencies, fc.constantFrom('symbol', 'name', 'code'))
      .map(([currency, currencyDisplay]) => ({ style: 'currency', currency, currencyDisplay })),
  ),
  'round sums': two(
    rounds,
    currencies.map((currency) => ({ ...compact, style: 'currency', currency, compactDisplay: 'long' })),
  ),
  units: two(
    amounts,
    fc
      .tuple(units, fc.constantFrom('long', 'short', 'narrow'))
      .map(([unit, unitDisplay]) => ({ style: 'unit', unit, unitDisplay, maximumFractionDigits: 2 })),
  ),
  dates: twoMoments(fc.constantFrom('full', 'long', 'medium').map((dateStyle) => ({ dateStyle }))),
  months: twoMoments(fc.constantFrom('long', 'short').map((month) => ({ month, year: 'numeric' }))),
  days: twoMoments(fc.constantFrom('long', 'short').map((month) => ({ month, day: 'numeric' }))),
  times: twoMoments(fc.constantFrom('short', 'medium').map((timeStyle) => ({ timeStyle }))),
};

describe.each(Object.keys(kinds))('%s, as Intl writes them', (kind) => {
  test.each(['en', 'en-GB', 'ko'])('in German and in %s give no finding', (target) => {
    fc.assert(
      fc.property(kinds[kind]!, ([write]) => {
        expect(findings(write('de'), write(target), target)).toEqual([]);
      }),
    );
  });

  test.each(['en', 'en-GB', 'ko'])('with two values in German and in %s give an error', (target) => {
    fc.assert(
      fc.property(kinds[kind]!, ([write, other]) => {
        fc.pre(write('de') !== other('de'));
        const severities = findings(write('de'), other(target), target).map(({ severity }) => severity);
        expect(severities).toContain('error');
      }),
    );
  });
});

const wanted = checks.filter(({ id }) => /^(?:number|date|unit)_/.test(id));

function findings(source: string, target: string, language: string): readonly Finding[] {
  const pair = {
    source,
    target,
    languages: { source: 'de', target: language },
    terms: [],
    unit: 'paragraph',
    curlyQuotes: false,
  };
  return checkPair(pair, wanted);
}

/** Two values in one style. */
function two(values: fc.Arbitrary<number>, styles: fc.Arbitrary<object>): fc.Arbitrary<readonly [Write, Write]> {
  return fc.tuple(values, values, styles).map(([first, second, style]) => {
    const write =
      (value: number): Write =>
      (language) =>
        new Intl.NumberFormat(language, style).format(value);
    return [write(first), write(second)];
  });
}

function twoMoments(styles: fc.Arbitrary<object>): fc.Arbitrary<readonly [Write, Write]> {
  return fc.tuple(moments, moments, styles).map(([first, second, style]) => {
    const write =
      (moment: Date): Write =>
      (language) =>
        new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(moment);
    return [write(first), write(second)];
  });
}
