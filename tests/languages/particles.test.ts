import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ParticlePair, particle } from '../../src/index.ts';
import { cpuTime } from '../cpu-time.ts';

type Row = readonly [word: string, pair: ParticlePair, forms: readonly string[], reading?: string];
const rows = parse(readFileSync(new URL('particles.yaml', import.meta.url), 'utf8')) as readonly Row[];

/** The same words in each run; another seed finds other ones. */
const options = { seed: Number(process.env.SEED ?? 1) };

const pairs: readonly ParticlePair[] = ['은/는', '이/가', '을/를', '과/와', '으로/로', '이라/라', '이었/였', '아/야'];

describe('particle', () => {
  test.each<[...Row]>(rows.map(([...row]) => row))('%s + %s = %j', (word, pair, forms, reading) => {
    expect(particle(String(word), pair, reading)).toEqual(forms);
  });

  test('has one form of each pair for every syllable of Hangul, as its normalisation says how it ends', () => {
    const endings = Array.from({ length: 0xd7a4 - 0xac00 }, (_, at) => {
      const syllable = String.fromCharCode(0xac00 + at);
      const [, , final = ''] = syllable.normalize('NFD');
      for (const pair of pairs) expect(particle(syllable, pair)).toHaveLength(1);
      expect(particle(syllable, '은/는')).toEqual([final === '' ? '는' : '은']);
      expect(particle(syllable, '으로/로')).toEqual([final === '' || final === '\u11AF' ? '로' : '으로']);
      return final;
    });
    expect(new Set(endings).size).toBe(28);
  });

  test('says of a number what it says of its reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom(...pairs), (number, pair) => {
        const forms = particle(inHangul(number), pair);
        expect(particle(String(number), pair)).toEqual(forms);
        expect(particle(number.toLocaleString('en'), pair)).toEqual(forms);
      }),
      options,
    );
  });

  test('does not depend on marks and explanations around a word, nor on the order of the pair', () => {
    const words = fc.constantFrom<string>('평양', '모스크바', '서울', 'KCNA', 'UN', 'URL', 'F-16', '5km', 'GitHub');
    const around = fc.constantFrom('“·”', '‘·’', '**·**', '<b>·</b>', '《·》', '·(KCNA)', '[·](/x)', '·[1]', '`·`');
    fc.assert(
      fc.property(words, fc.array(around, { maxLength: 3 }), fc.constantFrom(...pairs), (word, marks, pair) => {
        const marked = marks.reduce((inner, mark) => mark.replace('·', inner), word);
        const [consonant, vowel] = pair.split('/');
        expect(particle(marked, pair)).toEqual(particle(word, pair));
        expect(particle(word, `${vowel}/${consonant}` as ParticlePair)).toEqual(particle(word, pair).toReversed());
      }),
      options,
    );
  });

  test('knows no other pairs', () => {
    expect(() => particle('평양', '에서/서' as ParticlePair)).toThrow('Unexpected pair 에서/서');
  });

  test.each(['(', ')', '()', '](', '[', '<a', '<b>', '1,', '0', '*_', '”', '`', 'A.', '평양('])(
    'takes no more time for many %j',
    (piece) => {
      expect(cpuTime(() => particle(piece.repeat(200_000), '은/는'))).toBeLessThan(50);
    },
  );
});

function inHangul(number: number): string {
  if (number === 0) return '영';
  const groups = [
    [10_000, '만'],
    [1_000, '천'],
    [100, '백'],
    [10, '십'],
    [1, ''],
  ] as const;
  const [size, name] = groups.find(([least]) => number >= least)!;
  const count = Math.floor(number / size);
  const rest = number % size;
  const digit = '영일이삼사오육칠팔구'[count] ?? inHangul(count);
  return `${count === 1 && size > 1 ? '' : digit}${name}${rest === 0 ? '' : inHangul(rest)}`;
}
