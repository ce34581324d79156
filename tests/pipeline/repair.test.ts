import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatOf } from '../../src/formats/index.ts';
import { anyUnit } from '../../src/formats/unit-text.ts';
import { createTermFinder } from '../../src/glossary/find.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import { repairTarget } from '../../src/pipeline/matching/repair/index.ts';

interface Row {
  readonly to: string;
  readonly from: string;
  readonly target: string;
  readonly source: string;
  readonly now?: string;
}

const glossary = `
terms:
  Kursk: { en: Kursk, ko: 쿠르스크 }
  Pjöngjang: { en: Pyongyang, ko: 평양 }
  Moskau: { en: { preferred: Moscow, admitted: [Muscovite] }, ko: 모스크바 }
  Kreml: { en: Kremlin, ko: 크렘린 }
  Truppe: { inflection: noun-en, en: troop, ko: 부대 }
  Armee: { inflection: noun-en, en: army, ko: 군 }
`;
const finder = createTermFinder(parseGlossary(glossary, 'glossary.yaml'));
const format = formatOf('a.md')!;
const rows: readonly Row[] = parse(readFileSync('tests/pipeline/repair.yaml', 'utf8'));

test.each(rows)('$to: $source', ({ to, from, target, source, now }) => {
  const languages = { source: 'de', target: to };
  const repaired = repairTarget({ source: from, target }, source, { languages, finder, unit: anyUnit, format });
  expect(repaired?.target).toBe(now);
});

test('what stands for what is said', () => {
  const pair = { source: 'Am 3. Mai in Moskau.', target: '5월 3일 모스크바는.' };
  const reading = { languages: { source: 'de', target: 'ko' }, finder, unit: anyUnit, format };
  expect(repairTarget(pair, 'Am 5. Mai in Pjöngjang.', reading)?.replaced).toEqual([
    '5월 3일 → 5월 5일',
    '모스크바는 → 평양은',
  ]);
});
