import { expect, test } from 'vitest';
import { glossaryChanges } from '../../src/glossary/changes.ts';
import { parseGlossary } from '../../src/glossary/load.ts';

const before = `
terms:
  Kursk: { en: Kursk, ko: 쿠르스크 }
  Region Kursk: { variants: [Kursker Region], en: { preferred: Kursk Oblast, admitted: [Kursk region, Oblast] }, ko: 쿠르스크주 }
  Kiew: { en: Kyiv, ko: 키이우, note: old }
  Konflikt: { status: proposed, en: conflict }
`;

const rows: readonly (readonly [what: string, from: string, to: string, changed: unknown])[] = [
  ['nothing', 'note: old', 'note: new, authority: AP', { en: {}, ko: {} }],
  ['an order', '[Kursk region, Oblast]', '[Oblast, Kursk region]', { en: {}, ko: {} }],
  ['preferred', 'en: Kyiv', 'en: Kiev', { en: { Kiew: ['Kyiv'] }, ko: {} }],
  ['forbidden', 'ko: 키이우', 'ko: { preferred: 키이우, forbidden: [키예프] }', { en: {}, ko: { Kiew: [] } }],
  ['admitted before', ', Oblast]', ']', { en: { 'Region Kursk': ['Oblast'] }, ko: {} }],
  [
    'preferred before, admitted now',
    'Kursk Oblast, admitted: [',
    'KO, admitted: [Kursk Oblast, ',
    { en: { 'Region Kursk': [] }, ko: {} },
  ],
  ['added', '  Kiew', '  Moskau: { en: Moscow }\n  Kiew', { en: { Moskau: [] }, ko: {} }],
  ['removed', '  Kursk: { en: Kursk, ko: 쿠르스크 }', '', { en: {}, ko: {} }],
  ['found elsewhere', 'ko: 키이우,', 'ko: 키이우, variants: [Kyjiw],', { en: { Kiew: [] }, ko: { Kiew: [] } }],
  [
    'another main form',
    'Region Kursk: { variants: [Kursker Region]',
    'Kursker Region: { variants: [Region Kursk]',
    { en: { 'Kursker Region': [] }, ko: { 'Kursker Region': [] } },
  ],
  ['approved', 'status: proposed, ', '', { en: { Konflikt: [] }, ko: {} }],
  ['proposed', 'Kiew: { en: Kyiv', 'Kiew: { status: proposed, en: Kiev', { en: {}, ko: {} }],
  ['kept', 'en: Kyiv, ko: 키이우', 'keep: true', { en: { Kiew: ['Kyiv'] }, ko: { Kiew: ['키이우'] } }],
];

test.each(rows)('%s', (_, from, to, changed) => {
  expect(before).toContain(from);
  const [old, now] = [before, before.replace(from, to)].map((text) => parseGlossary(text, 'glossary.yaml')) as [
    never,
    never,
  ];
  const changes = [...glossaryChanges(old, now, ['en', 'ko'])].map(([language, entries]) => [
    language,
    Object.fromEntries([...entries].map(([{ term }, former]) => [term, former])),
  ]);
  expect(Object.fromEntries(changes)).toEqual(changed);
});
