import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../review/browser.ts';
import { type Row, translated } from '../review/translated.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';

const payload = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

const rows: readonly Row[] = [
  ['Der Hund bellt.', '개가 짖는다.'],
  ['Am 3. Mai regnete es in Pjöngjang.', '5월 4일 평양은 비가 왔다.'],
  [payload, `</textarea></form>${payload}`],
  ['Er schweigt.', '⟦mock ko⟧ Er schweigt.', 'state: translated\n    machine: mock'],
];

let browser: Browser;
let sandbox: Sandbox;
const text = () => readFileSync(join(sandbox.folder, 'translations/ko/a.txt'), 'utf8');

beforeAll(async () => {
  [browser, sandbox] = await Promise.all([openBrowser(), createSandbox('tests/projects/none')]);
  await sandbox.sh('mkdir -p source-de translations/ko');
  for (const [path, content] of Object.entries(translated('a.txt', rows, 'ko')))
    writeFileSync(join(sandbox.folder, path), content);
  const made = await sandbox.sh('wordferry diff --format html --out report.html');
  expect(made.status, made.text).toBe(0);
}, 60_000);
afterAll(async () => {
  await browser.close();
  sandbox.remove();
});

interface Opened {
  readonly page: Page;
  /** Dialogs, errors, and requests for anything but the file. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

async function open(scheme: 'light' | 'dark' = 'light', width = 1280): Promise<Opened> {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => heard.push(`error ${error.message}`));
  const address = pathToFileURL(join(sandbox.folder, 'report.html')).href;
  page.on('request', (request) => {
    if (![address, 'blob:'].some((own) => request.url().startsWith(own))) heard.push(request.url());
  });
  await page.goto(address);
  return { page, heard, close: () => context.close() };
}

test('whoever has no clone decides in the report, and import puts it into the files', async () => {
  const { page, heard, close } = await open();
  const article = (words: string) => page.locator('article').filter({ hasText: words });
  await expect(page.locator('footer output').textContent()).resolves.toContain('No');
  await article('Der Hund bellt.').getByLabel('Accept').check();
  const second = article('Am 3. Mai');
  await second.getByLabel('Accept').check();
  await second.locator('summary').click();
  await second.locator('textarea').fill('5월 3일 평양에는 비가 왔다.');
  expect(await article('Er schweigt.').getByLabel('Accept').isDisabled()).toBe(true);
  expect(await article('Der Hund').locator('form').getAttribute('data-sentence')).toContain('seen');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button').click()]);
  await download.saveAs(join(sandbox.folder, download.suggestedFilename()));
  expect(heard).toEqual([]);
  await close();

  const dry = await sandbox.sh('wordferry import decisions.json --dry-run');
  expect(dry).toEqual({ status: 0, text: '2 decisions applied.\nNothing was written (--dry-run).\n' });
  expect(text()).toContain('4일');
  expect(await sandbox.sh('wordferry import decisions.json')).toEqual({ status: 0, text: '2 decisions applied.\n' });
  expect(text()).toContain('개가 짖는다.\n\n5월 3일 평양에는 비가 왔다.\n');
  const again = await sandbox.sh('wordferry import decisions.json');
  expect(again).toEqual({ status: 0, text: 'No decision applied, 2 already so.\n' });
}, 60_000);

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)(
  'accessible, and it runs no text of a document: %s, %i px',
  async (scheme, width) => {
    const { page, heard, close } = await open(scheme, width);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.locator('img, article script').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    // The policy lets nothing in, so it is evaluated from outside.
    await page.evaluate(axe.source);
    const rules = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
    const violations = await page.evaluate(
      `axe.run({ runOnly: ${rules} }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))`,
    );
    expect(violations).toEqual([]);
    expect(heard).toEqual([]);
    await close();
  },
  60_000,
);
