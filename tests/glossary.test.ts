import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { termForbidden } from '../src/checks/term-forbidden.ts';
import { termMissing } from '../src/checks/term-missing.ts';
import { checkGlossary } from '../src/glossary/check.ts';
import { createTermFinder, findTerms } from '../src/glossary/find.ts';
import { parseGlossary } from '../src/glossary/load.ts';
import { GlossaryError } from '../src/glossary/problem.ts';
import { maskProtected } from '../src/languages/mask.ts';
import type { Term } from '../src/model.ts';
import { cpuTime } from './cpu-time.ts';

const newsroom = parseGlossary(read('../glossary.yaml'), 'glossary.yaml');

describe('maskProtected', () => {
  test.each(table<readonly [text: string, masked: string][]>('protected.yaml'))('%j', (text, masked) => {
    expect(maskProtected(text).replaceAll('\uFFFC', '·')).toBe(masked);
    expect(maskProtected(maskProtected(text))).toBe(maskProtected(text));
  });

  test.each(hostile())('takes linear time on many %j', (piece) => {
    expectLinear((text) => maskProtected(text), piece);
  });
});

interface RuleRow {
  readonly rule: string;
  readonly text: string;
  /** `span` or `span = term`. */
  readonly found: readonly string[];
  readonly twice?: boolean;
}

describe('findTerms', () => {
  const { glossary, rows } = table<{ glossary: unknown; rows: readonly RuleRow[] }>('rules.yaml');
  const finder = createTermFinder(parseGlossary(JSON.stringify(glossary), 'rules.yaml'));

  test.each(rows)('$rule: $text', ({ text, found, twice }) => {
    for (const form of twice ? ['NFC', 'NFD'] : ['NFC']) {
      const source = text.normalize(form);
      const terms = findTerms(source, finder);
      expect(shown(terms, found)).toEqual(found.map((one) => one.normalize('NFC')));
      expectWellPlaced(terms, source);
    }
  });

  test('every rule has rows', () => {
    const rules = Array.from({ length: 20 }, (_, index) => `G${index + 1}`);
    expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set([...rules, 'case', 'protected']));
  });

  test.each(Object.entries(table<Record<number, readonly string[]>>('article.yaml')))(
    'line %s of the first article',
    (line, found) => {
      const text = read('../source-de/nordkorea-truppen.txt').split('\n')[Number(line) - 1]!;
      const terms = findTerms(text, createTermFinder(newsroom));
      const named = found.map((one) => (one.includes(' = ') ? one : `${one} = ${one}`));
      expect(terms.map(({ surface, entry }) => `${surface} = ${entry.term}`)).toEqual(named);
      expectWellPlaced(terms, text);
    },
  );

  test('finds the same in a whole article as in its lines', () => {
    const article = read('../source-de/nordkorea-truppen.txt');
    const inLines = Object.values(table<Record<number, readonly string[]>>('article.yaml')).flat();
    expect(findTerms(article, createTermFinder(newsroom))).toHaveLength(inLines.length);
  });

  test('places what it finds, in any text', () => {
    const pieces = fc.constantFrom(
      'Kursk',
      'Region',
      'Wladimir ',
      'Putin',
      '’',
      's',
      ' ',
      '-',
      '\n',
      '\u00AD',
      'ü',
      'u\u0308',
      '`',
      '<b>',
      '.',
      'Kreml',
      'sprecher',
      'Tass',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        expectWellPlaced(findTerms(text, finder), text);
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  test.each(hostile())('takes linear time on many %j', (piece) => {
    expectLinear((text) => findTerms(text, finder), piece);
  });

  test('does not slow down with the size of the glossary', () => {
    const [entry] = newsroom.entries;
    const [small, large] = [10, 10_000].map((count) => {
      const names = Array.from({ length: count }, (_, index) => ({ ...entry!, term: `Name${index}`, closed: true }));
      return createTermFinder({ entries: [...newsroom.entries, ...names] });
    });
    const text = read('../source-de/nordkorea-truppen.txt').repeat(30);
    const [fast, slow] = [small!, large!].map((one) =>
      Math.min(...[1, 2, 3].map(() => cpuTime(() => findTerms(text, one)))),
    );
    expect(slow).toBeLessThan(50 + 10 * fast!);
  });
});

describe('checkGlossary', () => {
  test.each(table<readonly { text: string; warnings: readonly string[] }[]>('warnings.yaml'))(
    '$text',
    ({ text, warnings }) => {
      const found = checkGlossary(text, 'g.yaml');
      const shown = found.warnings.map(({ text, place }) => `${place.line}:${place.column} ${text.id}`);
      expect(shown).toEqual(warnings.map((one) => one.replace(' ', ' glossary.')));
      expect(found.errors).toEqual([]);
    },
  );

  test('gives what could be read beside all that could not', () => {
    const text =
      'terms:\n  Kursk: { en: Kursk }\n  Kim: { en: 김 }\n  Moskau: [en]\n  GitHub: { keep: true, ko: GitHub }\n';
    const { entries, languages, errors, warnings } = checkGlossary(text, 'g.yaml');
    expect(entries.map(({ term }) => term)).toEqual(['Kursk', 'Kim', 'GitHub']);
    expect(languages).toEqual(['en', 'ko']);
    expect([...errors, ...warnings].map(({ place }) => place.line)).toEqual([3, 4, 5]);
    expect(checkGlossary('terms: [', 'g.yaml')).toMatchObject({
      entries: [],
      forms: 0,
      errors: [{ place: { line: 1 } }],
    });
  });

  test('has nothing to say of the glossary of this repository', () => {
    expect(checkGlossary(read('../glossary.yaml'), 'glossary.yaml')).toMatchObject({ errors: [], warnings: [] });
  });
});

describe('parseGlossary', () => {
  test.each(table<readonly { text: string; problems: readonly string[] }[]>('problems.yaml'))(
    '$text',
    ({ text, problems }) => {
      const found = problemsOf(text).map(({ text, place }) => `${place.line}:${place.column} ${text.id}`);
      expect(found).toEqual(problems.map((one) => one.replace(' ', ' glossary.')));
    },
  );

  test('reads every field', () => {
    const text = `
      terms:
        Kreml:
          variants: Kremlin-Palast
          forms: [Kremls]
          inflection: name
          status: proposed
          keep: false
          match: { closed: true, except: [Kremlin], case: smart }
          authority: Duden
          domain: [politics]
          definition: Seat of the president
          note: for people
          en: Kremlin
          ko: { preferred: 크렘린궁, admitted: 크렘린, forbidden: [크레믈], note: short, reading: 크렘린 }
        GitHub: { keep: true, ko: { forbidden: [깃허브] } }
        10.000: { en: 10.000 }`;
    const [kreml, github, number] = parseGlossary(text, 'g.yaml').entries;
    expect(kreml).toEqual({
      term: 'Kreml',
      variants: ['Kremlin-Palast'],
      forms: ['Kremls'],
      inflection: 'name',
      status: 'proposed',
      keep: false,
      closed: true,
      except: ['Kremlin'],
      targets: {
        en: { preferred: 'Kremlin', admitted: [], forbidden: [] },
        ko: { preferred: '크렘린궁', admitted: ['크렘린'], forbidden: ['크레믈'], note: 'short', reading: '크렘린' },
      },
      definition: 'Seat of the president',
      note: 'for people',
      authority: 'Duden',
      domain: ['politics'],
      place: { file: 'g.yaml', line: 3, column: 9 },
    });
    expect(github).toMatchObject({ keep: true, targets: { ko: { preferred: 'GitHub', forbidden: ['깃허브'] } } });
    expect(number).toMatchObject({ term: '10.000', targets: { en: { preferred: '10.000' } } });
  });

  test.each([
    ['Pjöngjang', 'name'],
    ['UN-Charta', 'name'],
    ['KCNA', 'acronym'],
    ['F-16', 'acronym'],
    ['nordkoreanisch', 'adjective'],
    ['Kim Jong-un', 'multiword'],
  ])('infers how %s is inflected: %s', (term, inflection) => {
    expect(parseGlossary(`terms: { ${term}: { en: X } }`, 'g.yaml').entries[0]!.inflection).toBe(inflection);
  });

  test('gives NFC', () => {
    const text = 'terms: { Pjöngjang: { variants: [Pöng], ko: 평양 } }';
    const [given, wanted] = [text.normalize('NFD'), text].map((one) => parseGlossary(one, 'g.yaml').entries[0]!);
    expect({ ...given, place: wanted!.place }).toEqual(wanted);
  });

  test.each([
    [
      'terms',
      `terms:\n${Array.from({ length: 20_001 }, (_, index) => `  A${index}: {}`).join('\n')}`,
      'glossary.many_terms',
    ],
    ['characters', `terms: { ${'A'.repeat(1_025)}: { en: B } }`, 'glossary.long'],
    ['variants', `terms: { A: { variants: [${'B, '.repeat(101)}], en: B } }`, 'glossary.many_forms'],
    ['letters', '#'.repeat(10_000_001), 'glossary.large'],
    ['brackets', `terms: ${'['.repeat(100_000)}`, 'glossary.nesting'],
  ])('refuses too many %s', (_, text, id) => {
    expect(problemsOf(text).map(({ text }) => text.id)).toEqual([id]);
  });

  test('says the first problem in full and where the others are', () => {
    const error = caught('terms:\n  A: { en: 평양 }\n  B: { en: "" }\n');
    expect(error).toMatchObject({
      text: { id: 'glossary.script', values: { form: '평양', language: 'en' } },
      place: { file: 'g.yaml', line: 2, column: 12 },
      hint: { id: 'glossary.further', values: { count: 1, places: 'g.yaml:3:12' } },
    });
  });

  test('of broken YAML only the first: what the parser says after it is no help', () => {
    const rows = Array.from({ length: 40 }, (_, at) => `  B${at}: { en: C }\n`).join('');
    const error = caught(`terms:\n  A: { en: A\n${rows}`);
    expect(error?.problems).toHaveLength(1);
    expect(error).toMatchObject({ text: { id: 'glossary.yaml' }, hint: { id: 'glossary.yaml.hint' } });
  });
});

describe('adherence', () => {
  const glossary = parseGlossary(
    `terms:
       Südkorea: { en: South Korea, ko: { preferred: 한국, admitted: [남한], forbidden: [남조선] } }
       Führer: { inflection: noun-s-n, en: { preferred: leader, admitted: [chief], forbidden: [Führer] }, ko: 지도자 }`,
    'g.yaml',
  );

  test.each<[what: string, to: string, source: string, target: string, findings: readonly object[]]>([
    ['says nothing of a preferred form', 'ko', 'Südkoreas Armee', '한국군은', []],
    [
      'lists an admitted form',
      'ko',
      'Südkoreas Armee',
      '그 남한의 군대',
      [
        {
          check: 'term_admitted',
          severity: 'info',
          message: { id: 'check.term_admitted', values: { surface: 'Südkoreas', found: '남한', preferred: '한국' } },
          source: { start: 0, end: 9 },
          target: { start: 2, end: 4 },
        },
      ],
    ],
    [
      'names what is missing and where',
      'ko',
      'In Südkoreas Armee',
      '군대에서',
      [
        {
          check: 'term_missing',
          severity: 'error',
          message: {
            id: 'check.term_missing.admitted',
            values: { surface: 'Südkoreas', preferred: '한국', admitted: ['남한'] },
          },
          source: { start: 3, end: 12 },
        },
      ],
    ],
    [
      'names each forbidden form, and does not call the concept missing',
      'en',
      'Die Führer',
      'Führer and Fuehrer',
      [0, 11].map((start) => ({
        check: 'term_forbidden',
        severity: 'error',
        message: {
          id: 'check.term_forbidden',
          values: { surface: 'Führer', found: ['Führer', 'Fuehrer'][start && 1], preferred: 'leader' },
        },
        source: { start: 4, end: 10 },
        target: { start, end: [6, 18][start && 1] },
      })),
    ],
    [
      'takes one finding a concept',
      'en',
      'Südkorea und Südkorea',
      'here',
      [expect.objectContaining({ source: { start: 0, end: 8 } })],
    ],
    [
      'has the whole target for a place where it is no NFC',
      'ko',
      'Südkorea',
      '남한'.normalize('NFD'),
      [expect.objectContaining({ check: 'term_admitted', target: { start: 0, end: 6 } })],
    ],
  ])('%s', (_, to, source, target, findings) => {
    const terms = findTerms(source, createTermFinder(glossary));
    const pair = {
      source,
      target,
      languages: { source: 'de', target: to },
      terms,
      unit: 'paragraph',
      curlyQuotes: false,
    };
    expect([...termMissing.check(pair), ...termForbidden.check(pair)]).toEqual(findings);
  });
});

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function table<T>(name: string): T {
  return parse(read(`glossary/${name}`)) as T;
}

function problemsOf(text: string): GlossaryError['problems'] {
  return caught(text)?.problems ?? [];
}

function caught(text: string): GlossaryError | undefined {
  try {
    parseGlossary(text, 'g.yaml');
    return undefined;
  } catch (error) {
    if (error instanceof GlossaryError) return error;
    throw error;
  }
}

/** As the rows write them: with the term where the row has it. */
function shown(terms: readonly Term[], found: readonly string[]): readonly string[] {
  return terms.map(({ surface, entry }, index) => {
    const span = surface.normalize('NFC');
    return found[index]?.includes(' = ') ? `${span} = ${entry.term}` : span;
  });
}

function expectWellPlaced(terms: readonly Term[], text: string): void {
  let done = 0;
  for (const { start, end, surface } of terms) {
    expect(start).toBeGreaterThanOrEqual(done);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toBe(surface);
    done = end;
  }
}

function hostile(): readonly string[] {
  return [
    'a',
    'A.',
    '<a ',
    '<!--',
    '`a',
    '](a(',
    'http://(',
    'a@',
    '{',
    '{%',
    '%0',
    '%(',
    'a/',
    'a-.',
    '.de',
    '\n \t',
    'Kursk ',
    'Kim-Jong-',
    'Kreml',
    'Tass’ ',
    '\u00AD',
    'ä\u0308',
  ];
}

/** What is quadratic takes minutes for so much text, what is linear a fraction of a second. */
function expectLinear(work: (text: string) => unknown, piece: string): void {
  const text = piece.repeat(Math.ceil(300_000 / piece.length));
  expect(cpuTime(() => work(text))).toBeLessThan(10_000);
}
