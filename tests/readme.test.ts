import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { findingIds } from '../src/checks/ids.ts';
import { commands } from '../src/commands/index.ts';
import { engines } from '../src/engines/index.ts';
import { exitStatus } from '../src/errors.ts';
import { rules } from '../src/reports/rules.ts';
import { createSandbox } from './sandbox.ts';

const readme = readFileSync('README.md', 'utf8');
const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>;

describe('the two command lines at the top', () => {
  test('are the scripts that do it all', () => {
    expect([...readme.matchAll(/^ {4}(npm ci && .*?) +#/gm)].map((match) => match[1])).toEqual([
      'npm ci && npm run translate',
      'npm ci && npm test',
    ]);
    expect(scripts.translate).toMatch(/^npm run --silent build && node dist\/cli\.js translate$/);
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm test');
  });
});

/** What the commands print or leave behind, by their beginning: a status alone says little. */
const says: Readonly<Record<string, string>> = {
  'npx wordferry translate --engine mock':
    'translations/ko/nordkorea-truppen.txt  17 sentences: 16 unchanged and 1 by the engine',
  'npx wordferry translate --explain': '17 sentences: 16 unchanged and 1 repaired',
  'npx wordferry diff': '1 sentence changed in 2 translations since HEAD',
  'npx wordferry diff --base HEAD --format markdown --out wordferry-report.md': '',
  'npx wordferry publish || echo "refused': 'refused: the sentence is not reviewed',
  'npx wordferry translate': 'translations/ko/nordkorea-truppen.txt  17 sentences: 1',
  'npx wordferry status': 'translations/en/nordkorea-truppen.txt',
  'npx wordferry publish || echo "English': 'published translations/en/nordkorea-truppen.txt',
  'npx wordferry check --format github': '::notice file=translations/ko/nordkorea-truppen.txt.review.yaml,line=',
  'npx wordferry translate --dry-run': 'Nothing was written.',
  'npx wordferry check --fix': 'Nothing could be corrected.',
  'npx wordferry check strings.tsv': '0 errors, 0 warnings, 0 notes.',
  'npx wordferry check translations/ko': '0 errors, 0 warnings, 5 notes.',
  'npx wordferry segment': 'Zum ersten Mal hat Nordkorea',
  'npx wordferry terms': '"surface": "Nordkorea"',
  'npx wordferry memory lookup': '100 %  same sentence, same neighbours · source-de/nordkorea-truppen.txt',
  'npx wordferry glossary export --out names.tbx': ' entries written to names.tbx.',
  'npx wordferry glossary export --out names.csv --to en': ' entries written to names.csv.',
  'npx wordferry glossary import names.csv --dry-run': '0 new entries, 0 completed, ',
  'npx wordferry memory export': ' pairs written to memory.tmx.',
  'npx wordferry memory import': 'translations/en/memory.tmx: ',
  'npx wordferry memory stats': 'en: No sentence is translated in more than one way.',
  'npx wordferry memory concordance': '[[Pjöngjang]] im Juni 2024',
  'npx wordferry glossary check': ' German forms, en and ko: no error.',
  'npx wordferry glossary candidates': 'that the glossary does not have.',
  'npx wordferry glossary apply': 'No entry of the glossary changed since HEAD',
  'npx wordferry accept translations/en --state final': '17 sentences accepted (final).',
  'npx wordferry publish --dry-run': 'would publish translations/en/nordkorea-truppen.txt',
  'npx wordferry engines list': 'ready',
  'npx wordferry costs': 'Nothing was billed yet.',
  'npx wordferry verify': '1 document: identity, structure and idempotence hold.',
};

describe('every command of the README runs, in its order', async () => {
  const sandbox = await createSandbox();
  afterAll(sandbox.remove);
  const lines = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((match) =>
    (match[1] ?? '').trim().split('\n'),
  );

  test.sequential.each(lines)('%s', async (line) => {
    const { text, status } = await sandbox.sh(line);
    expect(status, text).toBe(0);
    const beginnings = Object.keys(says).filter((beginning) => line.startsWith(beginning));
    const [longest] = beginnings.toSorted((a, b) => b.length - a.length);
    if (line.startsWith('npx')) expect(longest, `nothing in this test knows what ${line} says`).toBeDefined();
    expect(text).toContain(says[longest ?? ''] ?? '');
  });

  test('the report is written, and the source is as it was', async () => {
    const { text } = await sandbox.sh('cat wordferry-report.md; git status --short source-de');
    expect(text).toBe('### Translation changes\n\nNo sentence changed since HEAD\n');
  });
});

describe('the tables', async () => {
  const sandbox = await createSandbox();
  afterAll(sandbox.remove);
  const firstColumn = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map((match) =>
    (match[1] ?? '').replaceAll('\\|', '|'),
  );
  const rows = firstColumn.filter((row) => !findingIds.includes(row));
  const engineRows = rows.filter((row) => /^\w+$/.test(row) && row !== 'status');

  test('of commands has every one, with its options', () => {
    const optionsIn = (text: string) => [...text.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    const documented = rows.filter((row) => !engineRows.includes(row));
    const nameIn = (row: string) => /^\w+(?: [a-z]+(?![^ ]))?/.exec(row)?.[0];
    expect(documented.map((row) => [nameIn(row), optionsIn(row).sort()])).toEqual(
      commands.map(({ name, options = [] }) => [name, options.flatMap(({ flags }) => optionsIn(flags)).sort()]),
    );
  });

  test('of checks has every one, as grave as it is', () => {
    const found = [...readme.matchAll(/^\| ((?:`[a-z_]+`,? ?)+)\| (error|warning|note)/gm)].flatMap(
      ([, ids = '', how]) => [...ids.matchAll(/[a-z_]+/g)].map(([id]) => [id, how === 'note' ? 'info' : how]),
    );
    const wanted = findingIds.map((id) => [id, rules[id]?.severity]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  test('of engines has every one', () => {
    expect(engineRows.toSorted()).toEqual(Object.keys(engines).toSorted());
  });

  test('of exit statuses has every one', () => {
    const documented = [...readme.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap((match) => (match[1] ?? '').split(', '));
    expect(documented.map(Number).sort()).toEqual(Object.values<number>(exitStatus).sort());
  });

  test.each(commands.map(({ name }) => name))('%s has help with examples', async (name) => {
    const { text, status } = await sandbox.sh(`wordferry ${name} --help`);
    expect(status).toBe(0);
    expect(text).toContain(`Examples:\n  wordferry ${name}`);
  });
});
