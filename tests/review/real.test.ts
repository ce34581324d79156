import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../../src/store/review-page.ts';
import { openBrowser } from './browser.ts';
import { type Served, serve } from './served.ts';
import { translated } from './translated.ts';
import { openDocument, type Visit, visit } from './visit.ts';

const [korean, review] = ['translations/ko/a.txt', 'translations/ko/a.txt.review.yaml'];
const files = translated(
  'a.txt',
  [
    ['Moskau schweigt.', '모스크바는 침묵한다.'],
    ['Es regnet heute.', '오늘 비가 온다.'],
  ],
  'ko',
);

let browser: Browser;
let served: Served;
let at: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve(files, { page: readPage() });
});
afterAll(async () => {
  await browser.close();
  served.close();
});
afterEach(async () => {
  await at.page.close();
  expect(at.wrong).toEqual([]);
  for (const path of [korean, review]) served.put(path, files[path] ?? '');
});

/** The page at its first sentence. */
async function begin(): Promise<Page> {
  at = await visit(browser, served.url);
  await openDocument(at.page, korean);
  return at.page;
}

/** As another program would: the page has not seen it yet. */
const changeOnDisk = (from: string, to: string) => served.put(review, served.read(review).replace(from, to));

/** What the two files say after a decision, as far as a reader sees. */
const onDisk = () => ({
  translation: served.read(korean),
  states: served.read(review).match(/(?<=state: )\w+/g),
});

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('e');
  await page.getByLabel('Translation').fill(text);
}

describe('a file that changes on disk', () => {
  test('shows where nobody edits', async () => {
    const page = await begin();
    await page.keyboard.press('j');
    changeOnDisk('모스크바는 침묵한다.', '러시아는 침묵한다.');
    await page.getByText('러시아는 침묵한다.').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('오늘 비가 온다.');
  });

  test.each([
    ['Keep mine', '모스크바는 말이 없다.\n\n오늘 비가 온다.\n'],
    ['Take the text on disk', '러시아는 침묵한다.\n\n오늘 비가 온다.\n'],
  ])('stands beside what is being typed: %s', async (choice, translation) => {
    const page = await begin();
    await type(page, '모스크바는 말이 없다.');
    changeOnDisk('모스크바는 침묵한다.', '러시아는 침묵한다.');
    await page.getByText('러시아는 침묵한다.').waitFor();
    expect(await page.getByLabel('Translation').inputValue()).toBe('모스크바는 말이 없다.');
    await page.getByRole('button', { name: choice }).click();
    await page.getByRole('button', { name: 'Save and accept' }).click();
    await expect.poll(onDisk).toEqual({ translation, states: ['reviewed', 'translated'] });
  });

  // The change on disk is told to the page twice, by the answer and by the live stream: seldom, on a busy machine, it asks late.
  test('in the same moment: nothing is written, both texts stay', { retry: 2 }, async () => {
    const page = await begin();
    await type(page, '모스크바는 말이 없다.');
    await page.route('**/api/decide', async (route) => {
      changeOnDisk('모스크바는 침묵한다.', '러시아는 침묵한다.');
      await route.continue();
    });
    const before = served.read(korean);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Keep mine' }).waitFor();
    expect(await page.getByLabel('Translation').inputValue()).toBe('모스크바는 말이 없다.');
    expect(served.read(korean)).toBe(before);
    expect(served.read(review)).toContain('러시아는 침묵한다.');
  });

  test('another sentence of it is no reason to ask: both changes stand', async () => {
    const page = await begin();
    await type(page, '모스크바는 말이 없다.');
    await page.route('**/api/decide', async (route) => {
      if (!served.read(review).includes('비가 내린다')) changeOnDisk('오늘 비가 온다.', '오늘 비가 내린다.');
      await route.continue();
    });
    await page.keyboard.press('Control+Enter');
    const translation = '모스크바는 말이 없다.\n\n오늘 비가 내린다.\n';
    await expect.poll(onDisk).toEqual({ translation, states: ['reviewed', 'reviewed'] });
  });
});

test('undo gives both files back to the byte, decision by decision', async () => {
  const page = await begin();
  const states = [served.hashes()];
  const decided = async (act: () => Promise<void>) => {
    await act();
    await expect.poll(served.hashes).not.toBe(states.at(-1));
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    states.push(served.hashes());
  };
  await decided(async () => {
    await type(page, '모스크바는 말이 없다.');
    await page.keyboard.press('Control+Enter');
  });
  await page.getByLabel('Translation').waitFor({ state: 'detached' });
  await decided(() => page.keyboard.press('A'));
  await decided(async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('Passt?');
    await page.keyboard.press('Control+Enter');
  });
  await page.locator('.note', { hasText: 'Passt?' }).waitFor();
  while (states.length > 1) {
    states.pop();
    await page.keyboard.press('u');
    await expect.poll(served.hashes).toBe(states.at(-1));
  }
  expect(served.read(review)).toBe(files[review]);
});
