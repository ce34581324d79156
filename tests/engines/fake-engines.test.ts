import { describe, expect, test } from 'vitest';
import { createMock } from '../../src/engines/mock.ts';
import { pseudo } from '../../src/engines/pseudo.ts';
import type { Pair } from '../../src/model.ts';
import { batchOf, never, requestFor } from './fixtures.ts';

describe('pseudo', () => {
  const disguised = async (text: string) => (await pseudo.translate(batchOf([text]), never)).answers[0]?.text;

  test.each([
    ['Schöne Worte', '[Šçĥööńé Ŵóóŕťéé]'],
    ['{name} kauft 12.500 %s', '[{name} ķàûƒť 12.500 %s]'],
    ['<b>fett</b> &amp; https://example.org/pfad', '[<b>ƒéťť</b> &amp; https://example.org/pfad]'],
    ['👍 北', '[👍 北]'],
  ])('%s → %s', async (text, expected) => {
    expect(await disguised(text)).toBe(expected);
  });

  test('is about 30 % longer, and each letter has a disguise of one letter', async () => {
    const prose = 'Im Januar erbeuteten ukrainische Truppen zwei nordkoreanische Soldaten in der Region Kursk.';
    const length = String(await disguised(prose)).length / prose.length;
    expect(length).toBeGreaterThan(1.2);
    expect(length).toBeLessThan(1.4);
    expect(String(await disguised('bcdfghjklmnpqrstvwxyzßBCDFGHJKLMNPQRSTVWXYZ'))).toMatch(/^\[[^a-zA-Z]{43}\]$/u);
  });
});

describe('mock', () => {
  const mock = createMock({ pairs: { en: { 'Guten Tag.': 'Hello.' } } });
  const terms: readonly Pair[] = [
    { source: 'Nord', target: 'North' },
    { source: 'Nordkorea', target: 'North Korea' },
    { source: 'Kursk', target: 'Kursk' },
    { source: '', target: 'nothing' },
  ];
  test.each([
    ['en', 'Guten Tag.', 'Hello.'],
    ['ko', 'Guten Tag.', '⟦mock ko⟧ Guten Tag.'],
    ['en', 'Nordkorea und der Nord-Pol, Kursk: 12.500.', '⟦mock en⟧ North Korea und der North-Pol, Kursk: 12.500.'],
    ['en', 'Unnordkorea', '⟦mock en⟧ Unnordkorea'],
    ['en', 'constructor', '⟦mock en⟧ constructor'],
  ])('%s: %s → %s', async (target, text, expected) => {
    const { answers, bill } = await mock.translate(
      { languages: { source: 'de', target }, requests: [requestFor(text, { terms })] },
      never,
    );
    expect({ answers, bill }).toEqual({ answers: [{ text: expected }], bill: { characters: 0 } });
  });
});
