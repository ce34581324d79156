import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Ran, type Sandbox } from '../sandbox.ts';
import { openBrowser } from './browser.ts';
import { visit } from './visit.ts';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await createSandbox('');
});
afterAll(async () => {
  await browser.close();
  sandbox.remove();
});

const put = (path: string, text: string) => writeFileSync(join(sandbox.folder, path), text);
const read = (path: string) => readFileSync(join(sandbox.folder, path), 'utf8');

/** Knows three sentences; of one it does not know what stands behind a vowel. */
const engine = `const known = {
  'Moskau schweigt.': '모스크바은 침묵한다.',
  'Es regnet heute.': '오늘 비가 온다.',
  'Niemand kam.': '아무도 오지 않았다.',
};
export const engine = {
  id: 'ours', fake: false,
  limits: { texts: 10, bytes: 10000, concurrency: 1 },
  supports: { tags: true, glossary: false, context: false, style: false, ids: false },
  version: () => '1', refuses: () => undefined, fits: () => true, estimate: () => ({ characters: 1 }),
  translate: async ({ requests }) => ({ answers: requests.map(({ text }) => ({ text: known[text] })), bill: { characters: 1 } }),
};
`;

interface Running {
  readonly url: string;
  readonly pid: number;
  readonly ended: Promise<Ran>;
}

async function startReview(): Promise<Running> {
  const ended = sandbox.sh('echo $$ > ../pid; exec wordferry review > ../shown');
  const shown = () => sandbox.sh('cat ../shown').then(({ text }) => text.trim());
  await expect.poll(shown, { timeout: 60_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
  return { url: await shown(), pid: Number((await sandbox.sh('cat ../pid')).text), ended };
}

/** As a Korean input method gives it: each syllable is put together before it is there. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const sign of text) {
    const [first = ''] = sign.normalize('NFD');
    for (const half of [first, sign])
      await session.send('Input.imeSetComposition', { text: half, selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: sign });
  }
}

test('from translate to accepted and committed, by somebody who has never seen it', async () => {
  await sandbox.sh('mkdir -p source-de translations/ko engines && touch translations/ko/.gitkeep');
  put('source-de/a.txt', 'Moskau schweigt. Es regnet heute.\n\nNiemand kam.\n');
  put('engines/ours.mjs', engine);
  put('.gitignore', '.wordferry/\n');
  const translate = () => sandbox.sh('wordferry translate --engine ./engines/ours.mjs');
  const first = await translate();
  expect(first.status, first.text).toBe(0);
  await sandbox.sh('git add -A && git commit -qm translated');

  const { url, pid, ended } = await startReview();
  const { page, wrong } = await visit(browser, url);
  expect(page.url()).not.toContain('#');
  await page.getByRole('link', { name: /Korean.*0 of 3/ }).click();
  await page.locator('.sentence[aria-current="true"]', { hasText: 'Moskau schweigt.' }).waitFor();
  await page.keyboard.press('e');
  await page.getByLabel('Translation').waitFor();
  await page.keyboard.press('Control+A');
  await compose(page, '모스크바는 말이 없다.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('1 of 3').first().waitFor();
  await page.keyboard.press('A');
  await page.getByText('3 of 3').first().waitFor();
  const translation = '모스크바는 말이 없다. 오늘 비가 온다.\n\n아무도 오지 않았다.\n';
  expect(read('translations/ko/a.txt')).toBe(translation);
  expect(read('translations/ko/a.txt.review.yaml')).toMatchInlineSnapshot(`
    "# wordferry review file. Edit the texts here, or edit the translated file itself; both are kept.
    # Set \`state: reviewed\` when a sentence is right.
    source: source-de/a.txt
    segments:
      - unit: paragraph
        de: |-
          Moskau schweigt.
        ko: |-
          모스크바는 말이 없다.
        state: reviewed
        written: 157ae556

      - de: |-
          Es regnet heute.
        ko: |-
          오늘 비가 온다.
        state: reviewed
        written: 75e10f91

      - unit: paragraph
        de: |-
          Niemand kam.
        ko: |-
          아무도 오지 않았다.
        state: reviewed
        written: f90335c7

    # end
    "
  `);

  await page.keyboard.press('s');
  await page.getByText('As Test (test@example.org)').waitFor();
  await page.getByLabel('Message').fill('Koreanisch geprüft');
  await page.getByRole('button', { name: 'Commit' }).click();
  await page.getByText('2 files committed').waitFor();
  const { text: log } = await sandbox.sh("git log -1 --format='%an <%ae>: %B' --name-only; git status --short");
  expect(log.split('\n').filter(Boolean)).toEqual([
    'Test <test@example.org>: Koreanisch geprüft',
    'translations/ko/a.txt',
    'translations/ko/a.txt.review.yaml',
  ]);

  await page.close();
  expect(wrong).toEqual([]);
  expect((await fetch(url)).status, 'a closed tab ends nothing').toBe(200);
  process.kill(pid, 'SIGINT');
  expect(await ended).toEqual({
    status: 130,
    text: 'Open this address in a browser on this machine; keep it to yourself. Ctrl-C ends it.\nInterrupted. What was done is saved; run again to go on.\n',
  });
  await expect(fetch(url)).rejects.toThrow();

  const next = await translate();
  expect(next.status, next.text).toBe(0);
  expect((await sandbox.sh('git status --short')).text).toBe('');
  expect((await sandbox.sh('wordferry status')).text).toMatchInlineSnapshot(`
    "Translation            Words  Sentences  Reviewed
    translations/ko/a.txt      7          3         3
    "
  `);
});
