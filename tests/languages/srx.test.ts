import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../src/errors.ts';
import { explainSentences, splitSentences } from '../../src/languages/sentences/index.ts';
import { textEnd, textStart } from '../../src/languages/srx/edges.ts';
import { matchesAt } from '../../src/languages/srx/match.ts';
import { parsePattern } from '../../src/languages/srx/parse-pattern.ts';
import { sequence } from '../../src/languages/srx/pattern.ts';
import { compilePattern } from '../../src/languages/srx/program.ts';
import { parseSrx } from '../../src/languages/srx/read.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import type { Language } from '../../src/model.ts';
import { cpuTime } from '../cpu-time.ts';

describe('a regular expression of ICU', () => {
  const rowsSchema = z.record(
    z.string(),
    z.strictObject({ matches: z.array(z.string()).min(1), not: z.array(z.string()).min(1) }),
  );
  const file = readFileSync(new URL('srx/patterns.yaml', import.meta.url), 'utf8');
  const rows = Object.entries(rowsSchema.parse(parse(file))).flatMap(([pattern, { matches, not }]) => [
    ...matches.map((text) => ({ pattern, text, expected: true })),
    ...not.map((text) => ({ pattern, text, expected: false })),
  ]);

  test.each(rows)('$pattern on $text', ({ pattern, text, expected }) => {
    expect(matchesAhead(pattern, text)).toBe(expected);
    expect(matchesBehind(pattern, text)).toBe(expected);
  });

  test.each([
    ['a)', ')'],
    ['(a', '('],
    ['(?>a)', '(?>'],
    ['(?:ab)++', '++'],
    ['(a)\\1', '\\1'],
    ['(?<n>a)\\k<n>', '\\k'],
    ['\\X', '\\X'],
    ['\\', '\\'],
    ['*a', '*'],
    ['a**', '**'],
    ['{', '{'],
    ['a{2,1}', '{2,1}'],
    ['a{10000}', '{'],
    ['[a', '[a'],
    ['[z-a]', '[z-a]'],
    ['\\p{Quatsch}', '\\p{Quatsch}'],
    ['[[:quatsch:]]', '[:quatsch:]'],
    ['\\x{110000}', '\\x{110000}'],
    ['(?w)a', '(?w)'],
    ['(?Pa)', '(?P'],
    ['('.repeat(51) + ')'.repeat(51), '('],
    ['['.repeat(22) + ']'.repeat(22), '['],
  ])('%s is not understood at %s', (pattern, part) => {
    expect(() => parsePattern(pattern)).toThrow(
      expect.objectContaining({ text: { id: 'srx.pattern', values: { part } } }),
    );
  });

  test('has a size', () => {
    expect(() => compilePattern(parsePattern('((a{100}){100}){100}'), 'ahead')).toThrow(
      expect.objectContaining({ text: { id: 'srx.size', values: { most: 10_000 } } }),
    );
  });

  const { pattern: patterns } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', '.', '[^a]', '[ab]', '\\w', 'ä', '😀', '^', '$', ''),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, two]) => one + two),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, two]) => `(?:${one}|${two})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?'))
        .map(([one, quantifier]) => `(?:${one})${quantifier}`),
      fc.tuple(tie('pattern'), fc.constantFrom('?=', '?!', '?<=', '?<!')).map(([one, look]) => `(${look}${one})`),
    ),
  }));

  test('matches what JavaScript says', () => {
    fc.assert(
      fc.property(patterns, fc.array(fc.constantFrom('a', 'b', 'ä', '😀'), { maxLength: 6 }), (pattern, signs) => {
        const text = signs.join('');
        const expected = new RegExp(`^(?:${pattern.replaceAll('\\w', '[abä]')})$`, 'u').test(text);
        expect(matchesAhead(pattern, text)).toBe(expected);
        expect(matchesBehind(pattern, text)).toBe(expected);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });
});

describe('an SRX file decides first', () => {
  test.each([
    ['joins', '<rule break="no"><beforebreak>\\bkam\\.</beforebreak></rule>', 'Er kam. Sie ging. | Alle schliefen.'],
    ['joins before a word', rule('no', '\\.', '\\s(?:Sie|Du)\\b'), 'Er kam. Sie ging. | Siegfried schlief.'],
    ['joins behind the white space', rule('no', 'kam\\.\\s+', ''), 'Er kam.   Sie ging. | Alle schliefen.'],
    ['breaks', rule('yes', ';', '\\s'), 'Er kam; | sie ging; | alle schliefen.'],
    ['breaks, which is what a rule does', '<rule><beforebreak>;</beforebreak></rule>', 'Er kam; | sie ging. | Ende.'],
    ['breaks behind the white space', rule('yes', ';\\s', ''), 'Er kam; | sie ging.'],
    ['breaks where ours do not', rule('yes', 'Dr\\.', ''), 'Der Dr. | Müller kam. | Dann ging er.'],
    ['breaks inside of a word', rule('yes', 'zer', 'teilt'), 'zer| teilt. | Ende.'],
    ['breaks once in a place', rule('yes', '\\.', '\\s') + rule('yes', '\\.\\s', ''), 'Er kam. | Sie ging.'],
    ['breaks before a stop', rule('yes', 'kam', '\\.'), 'Er kam| . Sie ging.'],
    ['takes the first that matches', rule('no', 'a;', '') + rule('yes', ';', ''), 'a; b; | c'],
    ['takes the first that matches', rule('yes', ';', '') + rule('no', 'a;', ''), 'a; | b; | c'],
    ['leaves the rest to us', rule('no', 'xyz', ''), 'Am 3. Mai kam er. | Dann ging er.'],
    ['knows the edges of a text', rule('yes', '^Titel', '\\s'), 'Titel | Er sah den Titel dort.'],
    ['ends nothing at the end', rule('yes', '\\.', '\\s*'), 'Er kam.'],
    ['sees signs beyond the basic plane', rule('yes', '😀', ''), 'a 😀| b😀| c'],
    ['is one for masked code', rule('yes', '\\x{FFFC}', '\\s'), 'a \ufffc | b'],
  ])('%s', (_, rules, row) => {
    const text = row.replace(/\| /g, '');
    expect(sentencesOf(text, srx(rules))).toEqual(row.split(/ ?\| /));
  });

  test('and says which rule did', () => {
    const userRules = {
      abbreviations: { de: ['kam.'] },
      srx: parseSrx(srx(`\n${rule('no', 'ging\\.', '')}`), 'my.srx'),
    };
    expect(explainSentences('Er kam. Sie ging. Alle schliefen. Ende.', 'de', userRules)).toEqual([
      { at: 7, rule: 'user-abbreviation', break: false },
      { at: 17, rule: 'my.srx:2', break: false },
      { at: 33, rule: 'full-stop', break: true },
    ]);
  });
});

test('any text is its sentences and the white space between them', () => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    ';',
    '. ',
    ' ',
    '\n',
    '! ',
    'Der',
    'Dr. ',
    '(',
    '“',
    '😀',
    '\ud83d',
    '5. ',
    '\ufffc',
  );
  const expressions = fc.constantFrom('', 'a', ';', '\\s', '[.!]\\s*', '\\b', '.', '(?<!a)', '\\P{L}+');
  const rules = fc.array(
    fc.tuple(fc.constantFrom('yes' as const, 'no' as const), expressions, expressions).map((parts) => rule(...parts)),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(rules, fc.array(pieces, { maxLength: 20 }), (list, signs) => {
      const text = signs.join('');
      const userRules = { abbreviations: {}, srx: parseSrx(srx(list.join('')), 'my.srx') };
      const ranges = splitSentences(text, 'de', userRules);
      const ends = [...ranges.map(({ start }) => start), text.length];
      expect(text.slice(0, ends[0]).trim()).toBe('');
      for (const [at, { start, end }] of ranges.entries()) {
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(end).toBeGreaterThan(start);
        expect(text.slice(end, ends[at + 1]).trim()).toBe('');
      }
      const breaks = explainSentences(text, 'de', userRules).filter((decision) => decision.break);
      expect(breaks.map(({ at }) => at)).toEqual(ranges.slice(0, -1).map(({ end }) => end));
    }),
    { numRuns: 2_000, seed: 5 },
  );
});

describe('language maps', () => {
  const file = (cascade: 'yes' | 'no') => `<srx version="2.0" xmlns="http://www.lisa.org/srx20" xmlns:x="other">
    <header cascade="${cascade}" segmentsubflows="yes">
      <formathandle type="start" include="no"/><x:options><x:deep/></x:options>
    </header>
    <body>
      <languagerules>
        <languagerule languagerulename="German">${rule('yes', ';', '')}</languagerule>
        <languagerule languagerulename="All">${rule('yes', ':', '')}</languagerule>
      </languagerules>
      <maprules>
        <languagemap languagepattern="(DE|de)(-AT)?" languagerulename="German"/>
        <languagemap languagepattern=".*" languagerulename="All"/>
      </maprules>
    </body>
  </srx>`;

  test.each([
    ['yes', 'de', ['a;', 'b:', 'c']],
    ['no', 'de', ['a;', 'b: c']],
    ['no', 'de-AT', ['a;', 'b: c']],
    ['no', 'De-at', ['a;', 'b: c']],
    ['no', 'de-CH', ['a; b:', 'c']],
    ['no', 'en', ['a; b:', 'c']],
  ] as const)('cascade %s, %s', (cascade, language, expected) => {
    expect(sentencesOf('a; b: c', file(cascade), language)).toEqual(expected);
  });
});

describe('what is wrong is said with its place', () => {
  test.each([
    ['no XML', '<srx>', '1:6 Unexpected XML: unclosed tag: srx'],
    [
      'another file',
      '<tmx version="1.4"/>',
      '1:1 Unexpected element tmx, expected an SRX 2.0 file (srx, in it header and body)',
    ],
    ['another version', '<srx version="1.0"/>', '1:1 Unexpected value “1.0” of version, expected 2.0'],
    ['no version', '<srx/>', '1:1 Missing version, expected one in the element srx'],
    ['no header', '<srx version="2.0"/>', '1:1 Missing header, expected one in the element srx'],
    [
      'a document type',
      '<!DOCTYPE srx [<!ENTITY a "b">]><srx/>',
      '1:33 Unexpected document type declaration, expected none: it could make files and entities part of this one',
    ],
    ['deep elements', '<a>'.repeat(60), '1:154 Unexpected depth, expected elements not more than 50 deep'],
    [
      'a name',
      srx('').replace('"All"/>', '"Al"/>'),
      '1:141 Unexpected name “Al” in a language map, expected that of a languagerule',
    ],
    ['break', srx('\n <rule break="maybe"/>'), '2:2 Unexpected value “maybe” of break, expected yes or no'],
    [
      'an element',
      srx('\n <rule><after/></rule>'),
      '2:8 Unexpected element after, expected an SRX 2.0 file (srx, in it header and body)',
    ],
    [
      'a pattern',
      srx('\n <rule>\n  <beforebreak>a</beforebreak>\n  <afterbreak>(a)\\1</afterbreak></rule>'),
      '4:3 Unexpected \\1 in a regular expression, expected what wordferry knows of ICU’s',
    ],
  ])('%s', (_, text, expected) => {
    const { place, text: message } = caught(() => parseSrx(text, 'my.srx'));
    expect(place.file).toBe('my.srx');
    expect(`${place.line}:${place.column} ${createSpeaker('en', {}).say(message)}`).toBe(expected);
  });
});

describe('hostile rules', () => {
  const hostile = [
    '(a*)*b',
    '(a|a)*b',
    '(a|aa)+b',
    '([a-z]+)*\\d',
    '(.*)(.*)(.*)(.*)[^a]',
    '(?:a?){50}a{50}b',
    '.*.*=.*',
  ];
  const text = 'a'.repeat(20_000);

  // Going back takes hours here.
  test.each(hostile)('%s takes linear time', (pattern) => {
    const file = srx(rule('yes', pattern, '\\s') + rule('yes', 'a', pattern));
    expect(cpuTime(() => attempt(() => sentencesOf(text, file)))).toBeLessThan(10_000);
  });

  test('is refused where it takes too long, on every machine alike', () => {
    const file = srx(`\n${rule('yes', 'a', '(?=.*(?=.*(?=.*b)))')}`);
    const { text: message, place } = caught(() => sentencesOf(text, file));
    expect(message).toEqual({ id: 'srx.slow' });
    expect(place).toEqual({ file: 'my.srx', line: 2 });
  });

  test('many rules and no blank', () => {
    const file = srx(rule('no', '\\b(?:Dr|Prof|Nr)\\.', '\\s').repeat(300));
    for (const piece of ['. ', 'a', '.', '((. ', 'Dr. '])
      expect(cpuTime(() => sentencesOf(piece.repeat(20_000 / piece.length), file))).toBeLessThan(10_000);
  });
});

function rule(isBreak: 'yes' | 'no', before: string, after: string): string {
  return `<rule break="${isBreak}"><beforebreak>${before.replaceAll('<', '&lt;')}</beforebreak><afterbreak>${after.replaceAll('<', '&lt;')}</afterbreak></rule>`;
}

function srx(rules: string): string {
  return `<srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="All">${rules}</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="All"/></maprules></body></srx>`;
}

function sentencesOf(text: string, file: string, language: Language = 'de'): readonly string[] {
  const userRules = { abbreviations: {}, srx: parseSrx(file, 'my.srx') };
  return splitSentences(text, language, userRules).map(({ start, end }) => text.slice(start, end));
}

function matchesAhead(pattern: string, text: string): boolean {
  const program = compilePattern(sequence(parsePattern(pattern), textEnd), 'ahead');
  return matchesAt(program, 0, runOn(text));
}

function matchesBehind(pattern: string, text: string): boolean {
  const program = compilePattern(sequence(textStart, parsePattern(pattern)), 'behind');
  return matchesAt(program, text.length, runOn(text));
}

function runOn(text: string) {
  const stop = () => {
    throw new Error('too many steps');
  };
  return { text, steps: 1_000_000, stop };
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

function caught(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no error');
}
