import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { createSpeaker } from '../../src/messages/index.ts';
import type { SentenceChange } from '../../src/pipeline/diff.ts';
import type { ChangeReport } from '../../src/reports/change-report.ts';
import { htmlReport } from '../../src/reports/html.ts';
import { jsonReport } from '../../src/reports/json.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { wrap } from '../../src/reports/wrap.ts';

const { language, say } = createSpeaker('en', {});
const [style, script] = ['report.css', 'report.js'].map((name) =>
  readFileSync(new URL(`../../src/templates/${name}`, import.meta.url), 'utf8'),
) as [string, string];
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
const html = (report: ChangeReport) => htmlReport(report, { language, say, style, script, hashOf });

function change(source: string, target: string, more: Partial<SentenceChange> = {}): SentenceChange {
  const place = { file: 'translations/en/a.txt.review.yaml', line: 9, column: 1 };
  const after = { source, target, state: 'translated', machine: 'deepl' } as const;
  return { kind: 'new', id: 'source-de/a.txt#12345678@en', after, findings: [], terms: [], place, ...more };
}

function report(documents: number, sentences: number, text: string): ChangeReport {
  const changes = Array.from({ length: sentences }, (_, at) => change(`${text} ${at}`, `${text} ${at}`));
  return {
    base: 'HEAD',
    sourceLanguage: 'de',
    problems: [],
    documents: Array.from({ length: documents }, (_, at) => ({
      source: `source-de/${at}.txt`,
      language: 'en',
      path: `translations/en/${at}.txt`,
      changes,
    })),
  };
}

test('no line of Markdown has more columns than a page shows, in Korean either', () => {
  const korean =
    '한국 정보당국은 북한군 병력이 러시아 전선에 보내졌고 올해 초에는 쿠르스크에 추가로 파견된 것으로 추산하고 있다. ';
  const lines = markdownReport(report(1, 1, korean.repeat(3)), { say, addresses: {} }).split('\n');
  const widths = lines.filter((line) => line.startsWith('+ ')).map((line) => stringWidth(line));
  expect(Math.max(...widths)).toBeLessThanOrEqual(101);
  expect(Math.max(...widths)).toBeGreaterThan(85);
});

test('of 500 documents Markdown shows what has room, and counts the others with where they are', () => {
  const whole = 'https://ci.example/artifacts/1';
  const text = markdownReport(report(500, 4, 'Ein Satz mit einigen Wörtern, der lang genug ist.'), {
    say,
    addresses: { whole },
  });
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text.length).toBeGreaterThan(50_000);
  const shown = text.match(/^new · /gm)?.length ?? 0;
  expect(text).toContain(`${(2000 - shown).toLocaleString('en')} more sentences are left out here`);
  expect(text).toContain(`[The whole report](${whole})`);
  expect(text).toMatch(/^- `translations\/en\/\d+\.txt` 4$/m);
  expect(text).toMatch(/^- \d+ more documents$/m);
});

test.each([
  [
    'https://git.example/o/r/edit/main/{path}#L{line}',
    'https://git.example/o/r/edit/main/translations/en/a.txt.review.yaml#L9',
  ],
  [
    'https://git.example/o/r/edit/a](x) b/{path}',
    'https://git.example/o/r/edit/a%5D%28x%29%20b/translations/en/a.txt.review.yaml',
  ],
])('each row leads to its line in the review file: %s', (edit, address) => {
  expect(markdownReport(report(1, 1, 'Satz'), { say, addresses: { edit } })).toContain(
    `[edit this sentence](${address})`,
  );
});

test.each(['javascript:alert(1)//{path}', 'data:text/html,{path}', 'no address'])('%s is no address', (edit) => {
  expect(markdownReport(report(1, 1, 'Satz'), { say, addresses: { edit, whole: edit } })).not.toContain('](');
});

describe('JSON is what its schema says', () => {
  const schema = JSON.parse(readFileSync(new URL('../../src/templates/changes.schema.json', import.meta.url), 'utf8'));
  // Users' programs take fields that they do not know; here each field has to be told.
  const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.properties === undefined ? value : { ...value, additionalProperties: false },
  );
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(closed);
  const errorsOf = (value: ChangeReport, most?: number) => {
    validate(JSON.parse(JSON.stringify(jsonReport(value, say, most))));
    return validate.errors;
  };
  const before = { source: 'a', target: 'b', state: 'reviewed' } as const;
  const finding = { check: 'ko_particle', severity: 'error', message: { id: 'accept.empty' } } as const;
  const whole = change('a', 'b', {
    kind: 'changed',
    before,
    similarity: 97,
    terms: [{ source: 'Kursk', target: 'Kursk' }],
    findings: [
      { ...finding, entry: before },
      { ...finding, entry: before, fix: { start: 0, end: 1, text: '' } },
    ],
    after: { ...before, machine: 'deepl', replaced: ['a → b'] },
  });
  const problem = { place: { file: 'a.txt', line: 3 }, message: { id: 'accept.empty' }, status: 6 } as const;
  const document = { source: 's', language: 'en', path: 'p', changes: [whole, change('', '', { kind: 'new' })] };

  test.each<[string, ChangeReport, number?]>([
    ['nothing', report(0, 0, '')],
    ['every field', { ...report(0, 0, ''), documents: [{ ...document, renamedFrom: 'q' }], problems: [problem] }],
    ['no commit yet', { sourceLanguage: 'de', documents: [document], problems: [] }],
    ['more than has room', report(3, 3, 'a'), 4],
  ])('%s', (_, value, most) => {
    expect(errorsOf(value, most)).toBeNull();
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '</textarea><script>alert(1)</script>',
  '&lt;script&gt;',
  '\u202Etxet\u202C \u0000\u0085\u2028',
  '</style><svg/onload=alert(1)>',
];

/** Its tags, without what it came with. */
const tagsOf = (page: string): readonly string[] =>
  (
    page
      .replace(style, '')
      .replace(script, '')
      .match(/<[!/]?[a-z0-9]+/g) ?? []
  ).toSorted();

test.each(hostile)('HTML: %j is a text, and comes back as it is with a decision', (text) => {
  const page = html({ ...report(1, 1, text), base: text });
  expect(tagsOf(page)).toEqual(tagsOf(html(report(1, 1, 'Text'))));
  const data = /data-sentence="([^"]*)"/.exec(page)?.[1] ?? '';
  const decoded = data.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  expect(JSON.parse(decoded).seen).toEqual({ source: `${text} 0`, target: `${text} 0` });
});

test('HTML loads nothing and runs nothing but what it came with', () => {
  const page = html(report(2, 2, 'Text'));
  expect(page).toContain('default-src &#39;none&#39;');
  for (const text of [style, script]) expect(page).toContain(`sha256-${hashOf(text)}`);
  expect(page.replace(style, '').replace(script, '')).not.toMatch(/\b(?:src|href)="(?!#)/);
  expect(style).not.toMatch(/url\(|@import/);
});

test('nobody is asked about what was reviewed, and nobody can accept what mock wrote', () => {
  const after = { source: 'a', target: 'b' };
  const page = (entry: object) =>
    html({
      ...report(1, 1, ''),
      documents: [
        { ...report(1, 1, '').documents[0]!, changes: [change('a', 'b', { after: { ...after, ...entry } as never })] },
      ],
    });
  expect(page({ state: 'reviewed' })).not.toContain('<form');
  expect(page({ state: 'translated', machine: 'mock' })).toContain('name="accept" disabled');
  expect(page({ state: 'translated', machine: 'deepl' })).toContain('name="accept">');
});

const plain = (text: string) => ({ text, paint: (part: string) => part });

test.each([20, 30, 47])('lines of %d columns fit, in Korean too, and lose nothing', (columns) => {
  const text = '그는 전사자들을 기리는 기념비가 곧 평양에 세워질 것이라고 말했다. He said so, and went on.';
  const lines = wrap([plain('  ko  '), plain(text.slice(0, 20)), plain(text.slice(20))], {
    columns,
    indent: '      ',
  }).split('\n');
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(`ko  ${text}`);
  expect(lines.length).toBeGreaterThan(1);
});
