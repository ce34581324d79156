import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkPair, checks } from '../src/checks/index.ts';
import { formats } from '../src/formats/index.ts';
import { anyUnit } from '../src/formats/unit-text.ts';
import { createTermFinder, findTerms } from '../src/glossary/find.ts';
import { parseGlossary } from '../src/glossary/load.ts';
import en from '../src/messages/en.json' with { type: 'json' };
import type { Check, CheckedPair, Finding, Glossary, Limit } from '../src/model.ts';
import { markupOf } from '../src/pipeline/checking/markup.ts';
import { expectLinear } from './expect-linear.ts';

/** `de: X` is short for `from: de, source: X`; `fix` is the whole target after all fixes. */
const rowSchema = z.strictObject({
  to: z.string(),
  from: z.string().default('de'),
  de: z.string().optional(),
  source: z.string().optional(),
  target: z.string(),
  unit: z.string().default('paragraph'),
  curly: z.boolean().default(false),
  register: z.enum(['plain', 'polite']).optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  fix: z.string().optional(),
  /** What the findings are about, from left to right. */
  found: z.array(z.string()).optional(),
  /** Id of the format that reads the inline elements of both texts. */
  format: z.string().optional(),
  links: z.record(z.string(), z.string()).optional(),
  limits: z.record(z.string(), z.custom<Limit>()).optional(),
});
type Row = z.infer<typeof rowSchema>;

const tableSchema = z.strictObject({
  glossary: z.unknown().optional(),
  pass: z.array(rowSchema).min(1),
  fail: z.array(rowSchema).min(1),
});

/** What a backtracking expression or a rescan would take for ever on. */
const hostilePieces = [
  '“',
  '"',
  `'"`,
  '„‚',
  '.',
  '](\uFFFC',
  '<a ',
  '1 ',
  '1.',
  '만',
  'Juni ',
  'Pjöngjangs ',
  '[^',
  '`',
  '평양',
  '2024은 ',
  '다.',
  '(A)',
];

const folder = new URL('checks/', import.meta.url);

const tabled = readdirSync(folder).map((name) => name.replace(/\.yaml$/u, ''));

test('every check has a table in tests/checks, and every table there has a check', () => {
  expect(tabled.toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
});

describe.each(checks.filter(({ id }) => tabled.includes(id)))('$id', (check) => {
  const { glossary, pass, fail } = tableOf(check);

  test.each(pass)('passes $to: $target', (row) => {
    const findings = findingsOf(check, pairOf(row, glossary));
    expect(findings.filter((finding) => finding.check === check.id || finding.severity !== 'info')).toEqual([]);
  });

  test.each(fail)('fails $to: $target', (row) => {
    const pair = pairOf(row, glossary);
    const findings = findingsOf(check, pair).filter((finding) => finding.check === check.id);
    expect(findings).not.toEqual([]);
    if (row.severity !== undefined)
      expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set([row.severity]));
    if (row.found !== undefined) expect(findings.map((finding) => foundIn(pair, finding))).toEqual(row.found);
    if (row.fix !== undefined) expect(fixed(pair.target, findings)).toBe(row.fix);
  });

  test('finds nothing to fix in what it fixed', () => {
    for (const row of fail) {
      const pair = pairOf(row, glossary);
      const target = fixed(pair.target, check.check(pair));
      expect(check.check(pairOf({ ...row, target }, glossary)).filter(({ fix }) => fix !== undefined)).toEqual([]);
    }
  });

  test.each(hostilePieces)('takes linear time on many %j', (piece) => {
    expectLinear((count) => onLongText(check, piece.repeat(count), glossary), 1_250);
  });
});

describe('checkPair', () => {
  const glossary = parseGlossary(
    'terms: { Pjöngjang: { en: { preferred: Pyongyang, forbidden: [Pingpong] }, ko: 평양 } }',
    'glossary.yaml',
  );
  const source = 'Pjöngjang zählt 10.000 Soldaten.';

  test.each<[what: string, row: Pick<Row, 'to' | 'source' | 'target'>, ids: readonly string[]]>([
    ['finds nothing in a good pair', { to: 'en', source, target: 'Pyongyang counts 10,000 soldiers.' }, []],
    ['says no more of an empty target', { to: 'en', source, target: '' }, ['empty_target']],
    ['says no more of a copy', { to: 'en', source, target: source }, ['same_as_source']],
    ['names what is missing', { to: 'en', source, target: 'It counts 10,000 soldiers.' }, ['term_missing']],
    [
      'hides what is missing behind what is forbidden',
      { to: 'en', source, target: 'Pingpong counts 10,000 soldiers.' },
      ['term_forbidden'],
    ],
    [
      'puts errors first',
      { to: 'en', source, target: '„Pyongyang“ counts' },
      ['number_mismatch', 'quote_style', 'quote_style', 'end_punctuation'],
    ],
  ])('%s', (_, row, ids) => {
    const pair = pairOf(rowSchema.parse(row), glossary);
    expect(checkPair(pair).map(({ check }) => check)).toEqual(ids);
  });

  test('asks only the checks that are wanted', () => {
    const pair = pairOf(rowSchema.parse({ to: 'en', source, target: '„Pyongyang' }), glossary);
    const wanted = checks.filter(({ id }) => id === 'end_punctuation');
    expect(checkPair(pair, wanted).map(({ check }) => check)).toEqual(['end_punctuation']);
  });

  test('does not depend on the order of the checks', () => {
    const pair = pairOf(rowSchema.parse({ to: 'en', source, target: '„It“ counts 9 or 10.000' }), glossary);
    expect(checkPair(pair, checks.toReversed())).toEqual(checkPair(pair));
  });
});

function tableOf({ id }: Check): { glossary: Glossary; pass: readonly Row[]; fail: readonly Row[] } {
  const file = `${id}.yaml`;
  const {
    glossary = { terms: {} },
    pass,
    fail,
  } = tableSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8')));
  return { glossary: parseGlossary(JSON.stringify(glossary), file), pass, fail };
}

function pairOf(row: Row, glossary: Glossary): CheckedPair {
  const { to, from, de, source = de ?? '', target, unit, curly, register, format, links, limits } = row;
  const terms = findTerms(source, createTermFinder(glossary));
  const reader = formats.find(({ id }) => id === format);
  const markup = reader && markupOf({ source, target }, anyUnit, reader);
  const languages = { source: from, target: to };
  return { source, target, languages, terms, unit, curlyQuotes: curly, register, markup, links, limits };
}

function fixed(target: string, findings: readonly Finding[]): string {
  const fixes = findings.flatMap(({ fix }) => fix ?? []).toSorted((a, b) => b.start - a.start);
  return fixes.reduce((text, { start, end, text: better }) => text.slice(0, start) + better + text.slice(end), target);
}

/** With the proof that each has its message's values and ranges inside its texts. */
function findingsOf(check: Check, pair: CheckedPair): readonly Finding[] {
  const findings = check.check(pair);
  for (const finding of findings) expectWellFormed(finding, pair);
  return findings;
}

function expectWellFormed({ message, source, target, fix }: Finding, pair: CheckedPair): void {
  const needed = Array.from(en[message.id].matchAll(/\{(\w+)/gu), ([, name]) => name);
  expect(Object.keys(message.values ?? {})).toEqual(expect.arrayContaining(needed));
  for (const [range, text] of [
    [source, pair.source],
    [target, pair.target],
    [fix, pair.target],
  ] as const) {
    if (range !== undefined)
      expect(0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
  }
}

function onLongText(check: Check, text: string, glossary: Glossary): readonly Finding[] {
  const pair = pairOf(
    rowSchema.parse({ to: 'ko', source: text, target: `${text} `, curly: true, register: 'plain' }),
    glossary,
  );
  return check.check(pair);
}

function foundIn({ target }: CheckedPair, { target: range }: Finding): string | undefined {
  return range && target.slice(range.start, range.end);
}
