import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isCosmetic } from '../../src/languages/cosmetic.ts';
import { adaptTarget } from '../../src/pipeline/matching/adapt-target.ts';
import { expectLinear } from '../expect-linear.ts';

interface Row {
  readonly a: string;
  readonly b: string;
  readonly cosmetic: boolean;
}
const rows: readonly Row[] = parse(readFileSync('tests/languages/cosmetic.yaml', 'utf8'));
const plain = (text: string) => ({ text, codes: [] });

test.each(rows)('$a / $b', ({ a, b, cosmetic }) => {
  expect(isCosmetic(plain(a), plain(b), 'de')).toBe(cosmetic);
  expect(isCosmetic(plain(b), plain(a), 'de')).toBe(cosmetic);
});

test('inline codes count as they are written', () => {
  const text = (of: string) => ({ text: of, codes: [{ start: 0, end: 4 }] });
  expect(isCosmetic(text('<B/> Ja'), text('<B/> JA'), 'de')).toBe(true);
  expect(isCosmetic(text('<B/> Ja'), text('<b/> Ja'), 'de')).toBe(false);
});

test.each([
  ['Die Region bleibt ruhig', 'Die Region bleibt ruhig.', 'The region stays quiet', 'The region stays quiet.'],
  ['Und dann.', 'Und dann …', 'And then.', 'And then…'],
  ['„Ja.“', '„Ja“', '“Yes.”', '“Yes”'],
  ['Ja - nein.', 'Ja – nein.', 'Yes - no.', 'Yes – no.'],
  ['Ja - nein.', 'Ja – nein.', 'Yes—no.', 'Yes—no.'],
  ['Die Region', 'DIE REGION', 'The region', 'THE REGION'],
  ['der Präsident', 'Der Präsident', 'the president', 'The president'],
  ['Der Präsident', 'der Präsident', 'The president', 'The president'],
  ['„Ja“', '»Ja«', '“Yes”', '“Yes”'],
  ['ruhig', 'ruhig.', '조용하다', '조용하다.'],
])('%s becomes %s', (source, next, target, now) => {
  expect(adaptTarget({ source, target }, next)).toBe(now);
});

test('long texts take no longer than their length', () => {
  const text = (count: number) => '"- .'.repeat(count);
  expectLinear((count) => isCosmetic(plain(text(count)), plain(`${text(count)} `), 'de'), 10_000);
});
