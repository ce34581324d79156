import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { abbreviationKey } from '../../src/languages/sentences/abbreviation-parts.ts';
import { anyLanguage } from '../../src/languages/sentences/any.ts';
import { german } from '../../src/languages/sentences/de.ts';
import { english } from '../../src/languages/sentences/en.ts';
import { explainSentences, sentenceSplitter, splitSentences } from '../../src/languages/sentences/index.ts';
import { korean } from '../../src/languages/sentences/ko.ts';
import type { Language } from '../../src/model.ts';
import { cpuTime } from '../cpu-time.ts';

/** Rows of each rule: texts with a bar before each further sentence. */
const rowsSchema = z.record(
  z.string(),
  z.strictObject({ fires: z.array(z.string()).min(1), not: z.array(z.string()).min(1) }),
);

const languages = { de: german, en: english, ko: korean, any: anyLanguage };
const tags = Object.keys(languages) as readonly (keyof typeof languages)[];

describe.each(tags)('%s', (language) => {
  const file = readFileSync(new URL(`sentences/${language}.yaml`, import.meta.url), 'utf8');
  const rules = rowsSchema.parse(parse(file));
  const rows = Object.entries(rules).flatMap(([rule, { fires, not }]) => [
    ...fires.map((row) => ({ rule, row, fires: true })),
    ...not.map((row) => ({ rule, row, fires: false })),
  ]);

  test('has rows for each of its rules', () => {
    expect(Object.keys(rules)).toEqual(languages[language].rules.map(({ id }) => id));
  });

  test.each(rows)('$rule: $row', ({ rule, row, fires }) => {
    const text = row.replaceAll('| ', '');
    expect(sentencesOf(text, language)).toEqual(row.split(/\s?\| /));
    expect(
      explainSentences(text, language)
        .map((decision) => decision.rule)
        .includes(rule),
    ).toBe(fires);
  });
});

describe('whole texts', () => {
  const file = readFileSync(new URL('sentences/texts.yaml', import.meta.url), 'utf8');
  const texts = z.record(z.string(), z.array(z.string())).parse(parse(file));
  const rows = Object.entries(texts).flatMap(([language, list]) => list.map((row) => ({ language, row })));

  test.each(rows)('$language: $row', ({ language, row }) => {
    expect(sentencesOf(row.replaceAll('| ', ''), language)).toEqual(row.split(/\s?\| /));
  });
});

test('a region or an unknown language falls back', () => {
  const text = 'Am 3. Oktober kam er. Dann ging er.';
  expect(sentencesOf(text, 'de-AT')).toEqual(['Am 3. Oktober kam er.', 'Dann ging er.']);
  expect(sentencesOf(text, 'constructor')).toEqual(sentencesOf(text, 'x-none'));
});

test.each(['', ' ', '\n\t\u00a0'])('%j has no sentence', (text) => {
  expect(splitSentences(text, 'de')).toEqual([]);
});

describe('abbreviations of the project', () => {
  const abbreviations = {
    de: ['Verf.', 'i. S. v.', 'Dipl.-Wirtsch.-Ing.', 'A&O.'],
    'de-AT': ['Pkt.', 'Ende.'],
    en: ['Exh.'],
    fr: ['av. J.-C.', 'etc.'],
  };

  test.each([
    ['de', 'Der Verf. Der kam. | Ende. | Er ging.'],
    ['de', 'Sinn i. S. v. Er kam i.S.v. Sie ging. | Ende'],
    ['de', 'Die Dipl.-Wirtsch.-Ing. Sie kam. | Die A&O. Er ging.'],
    ['de', 'Das Verf. a) Der Kläger.'],
    ['de-AT', 'Der Verf. Er kam zu Pkt. 3. | Das Ende. Er ging.'],
    ['en', 'See Exh. The rest. | He came.'],
    ['ko', '그는 Exh. | 그가 왔다.'],
    ['fr', 'Il est né en 50 av. J.-C. Le roi est mort. | Des rois, etc. Fin.'],
  ])('%s: %s', (language, row) => {
    const split = sentenceSplitter(language, { abbreviations });
    const text = row.replaceAll('| ', '');
    expect(split(text).map(({ start, end }) => text.slice(start, end))).toEqual(row.split(/\s?\| /));
  });

  test.each(['Abk', '.', 'zwei Wörter.', 'a.b.c.d.e.f.', '3.', '„Abk.“', ''])('%j is none', (written) => {
    expect(abbreviationKey(written)).toBe(undefined);
  });
});

test('masked code opens, closes and is a word', () => {
  const mask = '\ufffc\ufffc\ufffc';
  const text = `Nutze ${mask}. ${mask}Das hilft.${mask} ${mask} ist besser. Äpfel usw. ${mask}und${mask} mehr. Der [Satz.](${mask}) Ende.`;
  expect(sentencesOf(text, 'de')).toEqual([
    `Nutze ${mask}.`,
    `${mask}Das hilft.${mask}`,
    `${mask} ist besser.`,
    `Äpfel usw. ${mask}und${mask} mehr.`,
    `Der [Satz.](${mask})`,
    'Ende.',
  ]);
});

test('explains where and why', () => {
  expect(explainSentences('Am 3. Mai kam er. Dann ging er.', 'de')).toEqual([
    { at: 5, rule: 'month', break: false },
    { at: 17, rule: 'full-stop', break: true },
  ]);
});

const pieces = fc.constantFrom(
  ...[
    '. ',
    '.',
    '! ',
    '?',
    '… ',
    '... ',
    ' ',
    '\n',
    '\u00a0',
    '\u202f',
    '„',
    '“',
    '"',
    "'",
    '»',
    '(',
    ')',
    '[1]',
    '[',
    ']',
    '–',
    ', ',
  ],
  ...[
    'Der',
    'der',
    'Müller',
    'z. B. ',
    'usw. ',
    'Dr. ',
    '3. ',
    '10.',
    'Mai',
    '1990',
    'II. ',
    'A. ',
    'b. ',
    'a) ',
    '§',
    'str. ',
    ':-) ',
  ],
  ...['Rang ', 'Kapitel ', 'Art. ', 'i. S. d. ', 'Sie ', 'und ', 'e', '[Der.](x) ', '† '],
  ...['U.S. ', 'No. ', 'p.m. ', 'The', '했다. ', '라고', '가. ', '。', '\ufffc', '**', '\ud83d', '😀', 'İ', '²'],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
);

describe.each(tags)('any text in %s', (language) => {
  test('is its sentences and the white space between them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const range of splitSentences(text, language)) {
          const sentence = text.slice(range.start, range.end);
          expect(text.slice(end, range.start).trim()).toBe('');
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          end = range.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  test('breaks where the explanation says so', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const breaks = explainSentences(text, language).filter((decision) => decision.break);
        const inner = splitSentences(text, language).slice(0, -1);
        expect(inner.map(({ end }) => end)).toEqual(breaks.map(({ at }) => at));
      }),
    );
  });

  test('has sentences that are one each', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const sentence of sentencesOf(text, language)) expect(sentencesOf(sentence, language)).toEqual([sentence]);
      }),
      { numRuns: 3_000, seed: 6 },
    );
  });

  test('does not depend on the white space around it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(sentencesOf(`\n ${text}\u00a0\n`, language)).toEqual(sentencesOf(text, language));
      }),
    );
  });
});

const hostile = [
  ...[
    '. ',
    'a.',
    '„',
    '.[',
    '.[1]',
    '. (',
    '5. Der ',
    'z. B. ',
    '... ',
    '." ',
    '.*',
    '.\ufffc',
    '5 und 5. ',
    '. – ',
    '.]( ',
    '(.) ',
  ],
  ...['다.” 라고 ', '。', `${'1'.repeat(99)}. `, `${'ä'.repeat(99)}. `, `.${' '.repeat(99)}`],
];
const prefixes = ['\ufffc', ' ', '(', '[', '„', 'a ', '1'];

test.each(hostile)('takes linear time on many %j', (piece) => {
  const time = cpuTime(() => {
    for (const language of tags) splitSentences(piece.repeat(200_000 / piece.length), language);
    for (const prefix of prefixes) splitSentences(prefix.repeat(50_000) + piece.repeat(50_000 / piece.length), 'de');
  });
  // Quadratic work takes minutes here.
  expect(time).toBeLessThan(20_000);
});

function sentencesOf(text: string, language: Language): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}
