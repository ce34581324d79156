import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { exitStatus } from '../../src/errors.ts';
import { readBilingual } from '../../src/exchange/index.ts';
import { createTermFinder } from '../../src/glossary/find.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import { checkBilingual } from '../../src/pipeline/index.ts';
import type { PlacedFinding } from '../../src/reports/findings.ts';
import { placeSegments } from '../../src/reports/place-findings.ts';
import { rules } from '../../src/reports/rules.ts';
import { sarif } from '../../src/reports/sarif.ts';

// The schema is of draft 4, where `id` has another name and nothing else that it uses is different.
const { id: _, $schema: __, ...draft7 } = schema;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(draft7);

const { say } = createSpeaker('en', {});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: unknown } }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly { readonly replacements: readonly Replacement[] }[];
  }[];
}
interface Replacement {
  readonly deletedRegion: { readonly startLine: number; readonly startColumn: number; readonly endColumn: number };
  readonly insertedContent: { readonly text: string };
}

/** The only run of a log that the schema accepts. */
function runOf(findings: readonly PlacedFinding[], problems: Parameters<typeof sarif>[0]['problems'] = []) {
  const log = JSON.parse(JSON.stringify(sarif({ findings, problems, version: '1.2.3', say })));
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log.runs[0] as {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly Result[];
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  };
}

function findingsIn(text: string, path = 'a.tsv'): readonly PlacedFinding[] {
  const file = readBilingual({ path, text }, { source: 'de', target: 'en' });
  return placeSegments(path, checkBilingual(file, createTermFinder({ entries: [] })));
}

describe('a SARIF log', () => {
  test('follows the schema, with nothing in it, findings, and what was not checked', () => {
    expect(runOf([]).results).toEqual([]);
    expect(runOf(findingsIn('Ja.\t“Yes„ 3\n\t\nEr kam.\t\n')).results.length).toBeGreaterThan(2);
    const problem = {
      message: { id: 'bilingual.quote' },
      place: { file: 'ä b.csv', line: 3 },
      status: exitStatus.usage,
    } as const;
    const [invocation] = runOf([], [problem, { message: { id: 'project.targets' }, place: {}, status: 2 }]).invocations;
    expect(invocation).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: '%C3%A4%20b.csv' },
                region: { startLine: 3, startColumn: 1 },
              },
            },
          ],
        },
        { level: 'error' },
      ],
    });
  });

  test('the schema refuses what is wrong', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  test('has one rule a check, and each result its rule', () => {
    const { tool, results } = runOf(findingsIn('10.000 Tote.\t10.000 dead\n5.\t6.\n'));
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['number_format', 'warning'],
      ['end_punctuation', 'warning'],
      ['number_mismatch', 'error'],
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('every check has a rule', () => {
    expect(checks.map(({ id }) => id).filter((id) => rules[id] === undefined)).toEqual([]);
  });

  test('a fingerprint stays when lines move, and changes with the sentence', () => {
    const prints = (text: string) =>
      runOf(findingsIn(text)).results.map((result) => Object.values(result.partialFingerprints));
    expect(prints('Ja.\tYes.\n5.\t6.\n')).toEqual(prints('5.\t6.\tx\n'));
    expect(prints('5.\t6.\n')).not.toEqual(prints('5.\t7.\n'));
    // Each mark is of the wrong style and without its other half.
    expect(new Set(prints('Ja\t„Yes„\n').flat()).size).toBe(4);
  });

  test.each([
    ['a b/ä#1.tsv', { uri: 'a%20b/%C3%A4%231.tsv', uriBaseId: '%SRCROOT%' }],
    ['./a.tsv', { uri: 'a.tsv', uriBaseId: '%SRCROOT%' }],
    ['../c:d.tsv', { uri: '../c%3Ad.tsv', uriBaseId: '%SRCROOT%' }],
    ['/tmp/a b.tsv', { uri: 'file:///tmp/a%20b.tsv' }],
  ])('names %s', (path, expected) => {
    const [result] = runOf(findingsIn('5.\t6.\n', path)).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual(expected);
  });
});

describe('fixes', () => {
  test.each([
    ['a.tsv', '10.000 Tote.\t10.000 dead.\n', '10.000 Tote.\t10,000 dead.\n'],
    ['a.csv', '10.000 Tote.,"So 10.000 dead."\n', '10.000 Tote.,"So 10,000 dead."\n'],
    ['a.po', 'msgid "10.000 Tote."\nmsgstr "So 10.000 dead."\n', 'msgid "10.000 Tote."\nmsgstr "So 10,000 dead."\n'],
    ['a.xlf', inXliff('<g id="1">So</g>\u00A010.000 dead.'), inXliff('<g id="1">So</g>\u00A010,000 dead.')],
  ])('are those of the file: %s', (path, before, after) => {
    const { results } = runOf(findingsIn(before, path));
    expect(results.flatMap((result) => replacementsOf(result)).reduce(applied, before)).toBe(after);
  });

  test.each([
    ['a sign that its cell would end at', 'a.csv', '10.000 Tote.,So 10.000 dead.\n'],
    ['a text that is not to the letter', 'a.xlf', inXliff('10.000 &#x64;ead.')],
    ['a cell whose marks are doubled', 'a.csv', '10.000 Tote.,"So ""10.000"" dead."\n'],
  ])('are none for %s', (__, path, text) => {
    const findings = findingsIn(text, path);
    expect(findings.some(({ fix }) => fix !== undefined)).toBe(true);
    expect(runOf(findings).results.flatMap(replacementsOf)).toEqual([]);
  });
});

function inXliff(target: string): string {
  return `<xliff version="1.2">\n<trans-unit id="1"><source>10.000 Tote.</source>\n<target>\n  ${target}\n</target></trans-unit></xliff>`;
}

function replacementsOf({ fixes = [] }: Result): readonly Replacement[] {
  return fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap(({ replacements }) => replacements));
}

function applied(text: string, { deletedRegion, insertedContent }: Replacement): string {
  const { startLine, startColumn, endColumn } = deletedRegion;
  const lines = text.split('\n');
  const line = lines[startLine - 1] ?? '';
  lines[startLine - 1] = line.slice(0, startColumn - 1) + insertedContent.text + line.slice(endColumn - 1);
  return lines.join('\n');
}
