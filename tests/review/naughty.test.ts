import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision, DocumentView, Overview, Preview } from '../../src/review/api.ts';
import { type Served, serve } from './served.ts';
import { translated } from './translated.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({
    ...translated('a.txt', [
      ['Der Hund bellt.', 'The dog barks.'],
      ['Die Katze schläft.', 'The cat.'],
    ]),
    ...Object.assign({}, ...named.map((name, at) => translated(name, [[strings[at] ?? '', `Text ${at}`]]))),
  });
});
afterAll(() => served.close());

const [path, review] = ['translations/en/a.txt', 'translations/en/a.txt.review.yaml'];
const sentencesOf = (view: DocumentView) => view.units.flatMap((unit) => unit.sentences);

/** Texts that have been something else than a text somewhere. */
const strings = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE sentences; --",
  '</textarea><svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '$HOME `id` $(id)',
  '../../../etc/passwd %2e%2e%2f',
  '- item: "a" # comment',
  '&anchor *alias !!tag |- >',
  'key: value: more',
  '--- ... %YAML 1.2',
  '@everyone #1 [a](javascript:alert(1))',
  'null true 0x10 1e3 -0 .5',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 각',
  '\u202Eabc\u202C \u200Bzero\u200B \uFEFFbom',
  'العربية עברית हिन्दी ไทย 한국어 日本語',
  '\\ \\n \\u0000 \\x00',
  'tab\there',
  'a\u00A0b\u2009c',
  '⟦not mock⟧ «quotes» “curly” ‚low‘',
  'C:\\con\\aux <U+0007>',
  ']]> <!-- --> <?php ?> <% %>',
  '=cmd|calc!A1',
  '::error file=a::b ##[group]c',
  '__proto__ constructor toString',
];

/** Signs that no file name has here. */
const named = strings.filter((text) => !/[/\\\p{Cc}]/u.test(text)).map((text) => `${text}.txt`);

test.each(strings)('%j as target and note comes back as it is, and every time', async (text) => {
  const view = await served.view(path);
  const id = sentencesOf(view)[0]?.id ?? '';
  const decisions: readonly Decision[] = [
    { id, kind: 'edit', target: text },
    { id, kind: 'note', note: text },
  ];
  const { status, body, headers } = await served.post<DocumentView>('/api/decide', {
    path,
    revision: view.revision,
    decisions,
  });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(sentencesOf(body)[0]).toMatchObject({ target: text, note: text });
  expect(await served.view(path)).toEqual(body);
  const html = (await served.get<Preview>(`/api/preview?path=${path}`)).body.html;
  expect(html.match(/<(?!\/?(?:!doctype|html|head|meta|title|body|p)\b)/g)).toBeNull();
});

test('as source and file name they are data', async () => {
  const { body, status } = await served.get<Overview>('/api/overview');
  expect(status).toBe(200);
  for (const summary of body.documents) {
    const { body: view } = await served.get<DocumentView>(`/api/document?path=${encodeURIComponent(summary.path)}`);
    expect(view.path).toBe(summary.path);
  }
  expect(body.documents.length).toBeGreaterThan(named.length);
});

test.each(['lone \uD800 surrogate', 'nul \u0000', 'bell \u0007', 'escape \u001B[31m'])(
  '%j is refused as target and as note',
  async (text) => {
    const view = await served.view(path);
    const before = served.read(review);
    for (const decision of [
      { kind: 'edit', target: text },
      { kind: 'note', note: text },
    ]) {
      const decisions = [{ ...decision, id: sentencesOf(view)[0]?.id }];
      expect((await served.post('/api/decide', { path, revision: view.revision, decisions })).status).toBe(400);
    }
    expect(served.read(review)).toBe(before);
  },
);
