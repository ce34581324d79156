import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DocumentView } from '../../src/review/api.ts';
import { openBrowser } from './browser.ts';
import { type Opened, openPage } from './open-page.ts';
import { documentOf, at as placeOf, was } from './page-documents.ts';

let browser: Browser;
let at: Opened;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(await at.page.evaluate('window.hit')).toBeUndefined();
  await at.close();
  expect(at.wrong).toEqual([]);
});

/** What runs where a text becomes a part of a page: markup, attributes, addresses, styles, templates, odd signs. */
const payloads: readonly string[] = [
  '<script>window.hit=1;alert(1)</script>',
  '"><img src=x onerror="window.hit=1;alert(1)">',
  "'-alert(1)-'",
  '<svg/onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<a href="javascript:alert(1)">klick</a>',
  '<img src=https://evil.example/x.png><link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action=https://evil.example/><button autofocus onfocus=alert(1)>x</button></form>',
  '<style>@import "https://evil.example/x.css";body{background:url(https://evil.example/y)}</style>',
  '</textarea><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}#{alert(1)}<%= alert(1) %>',
  '__proto__',
  'constructor',
  '\u202Eevil\u202C \u2066x\u2069 \u200B\uFEFF',
  '{count, plural, one {#} other {<b>#</b>}}',
  'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤ ',
  '👩‍👩‍👧‍👦 🇰🇷 ﷽',
  'Wort'.repeat(2_000),
];

function poisoned(payload: string): DocumentView {
  const whole = { start: 0, end: payload.length };
  const view = documentOf(`translations/ko/${payload.replaceAll('/', '∕')}`, [
    {
      unit: payload,
      rows: [
        {
          id: payload,
          source: payload,
          target: payload,
          note: payload,
          machine: payload,
          ignored: [payload],
          previous: was(`alt ${payload}`, `alt ${payload}`),
          terms: [{ ...whole, term: payload, admitted: [payload] }],
          findings: [
            { check: payload, severity: 'error', message: payload, source: whole, target: whole, fixed: payload },
          ],
        },
      ],
    },
  ]);
  return { ...view, engines: [payload, 'deepl'] };
}

test.each(payloads)('%# is a text wherever it stands: %j', async (payload) => {
  const view = poisoned(payload);
  const stuck = { ...view, path: `translations/en/${payload.length}`, language: 'en', problem: payload };
  at = await openPage(browser, [view, stuck], { project: payload, preview: payload });
  const { page } = at;
  expect(((await page.locator('h1').textContent()) ?? '').trim()).toBe(payload.trim());
  await page.getByRole('link', { name: /Korean/ }).click();
  await page.locator('.sentence').waitFor();
  const shown = async (selector: string): Promise<string> => (await page.locator(selector).first().textContent()) ?? '';
  expect(await shown('.sentence .note')).toBe(payload);
  expect(await shown('.findings li span[title]')).toBe(payload);
  await page.keyboard.press('p');
  await page.locator('iframe.preview').waitFor();
  await page.keyboard.press('.');
  await page.keyboard.press('e');
  await page.getByLabel('Translation').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => at.decisions().length).toBe(1);
  expect(at.decisions()).toEqual([[{ id: payload, kind: 'edit', target: payload.replace(/\r/g, ''), accept: true }]]);
});

test('a preview that is a program and calls home does neither, even when its links are followed', async () => {
  const preview = `<a id=out href="https://evil.example/">out</a> <a id=own href="/page.js">own</a> ${payloads.join('\n')}`;
  at = await openPage(browser, [poisoned('x')], { preview });
  await at.openDocument('translations/ko/x');
  await at.page.keyboard.press('p');
  const frame = at.page.locator('iframe.preview').contentFrame();
  await frame.locator('#own').click();
  const button = at.page.getByRole('button', { name: 'Preview' });
  await button.click();
  await button.click();
  await at.page.locator('iframe.preview').contentFrame().locator('#out').click();
  await at.page.waitForTimeout(500);
});

test('marks never point outside of their text', async () => {
  const far = { start: 5_000, end: 9_000 };
  const view = documentOf('translations/ko/x.txt', [
    {
      unit: 'paragraph',
      rows: [
        {
          source: 'kurz',
          target: '짧음',
          terms: [
            { ...far, term: 'a', admitted: [] },
            { ...placeOf('kurz', 'urz'), term: 'b', admitted: [] },
          ],
        },
      ],
    },
  ]);
  at = await openPage(browser, [view]);
  await at.openDocument(view.path);
  expect(await at.page.locator('.sentence .source').textContent()).toBe('kurz');
});
