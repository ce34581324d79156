import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Opened, openPage, sentenceIn, withSentence } from './open-page.ts';
import { article, others } from './page-article.ts';

let browser: Browser;
let at: Opened;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  at = await openPage(browser, [article, ...others]);
});
afterEach(async () => {
  await at.close();
  expect(at.wrong).toEqual([]);
});

const current = (): Locator => at.page.locator('.sentence[aria-current="true"]');
const told = (): Locator => at.page.locator('.news');
const trouble = (): Locator => at.page.locator('.notices [role="alert"]');
const kursk = sentenceIn(article, 'Nordkorea hat');
const region = sentenceIn(article, 'Die Region');

test('a newcomer goes from the overview to a document that is all reviewed, and saves it', async () => {
  const { page } = at;
  expect(page.url()).toBe(`${at.server.origin}/`);
  await page
    .getByRole('link', { name: /Korean.*4 of 10/ })
    .first()
    .click();
  await expect.poll(() => current().textContent()).toContain('Nordkorea hat nach Angaben');

  await current().getByRole('button', { name: 'Fix' }).click();
  await page.getByText('Unexpected number').waitFor({ state: 'detached' });
  await current().getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.poll(() => current().textContent()).toContain('Moskau hat');
  await current().getByRole('button', { name: 'Ignore' }).click();
  await page.getByText('Unexpected particle').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Accept all 5 without findings/ }).click();
  await expect.poll(() => told().textContent()).toContain('4 sentences accepted');

  await page.keyboard.press('.');
  await expect.poll(() => current().textContent()).toContain('Das berichten');
  await current().getByRole('button', { name: 'Edit' }).click();
  await page.keyboard.type('여러 언론이 이렇게 보도했다.');
  await page.getByRole('button', { name: 'Save and accept' }).click();
  await expect.poll(() => told().textContent()).toContain('No sentence is left to review');
  await page.getByLabel('Translation').waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.textContent')).toContain('여러 언론이');

  await page.getByRole('button', { name: 'Save to git' }).click();
  await page.getByLabel('Message').fill('Korean reviewed');
  await page.getByRole('button', { name: 'Commit' }).click();
  await expect.poll(() => told().textContent()).toContain('2 files committed as 5c0e77d1a2');
  expect(at.server.posted.at(-1)).toEqual({ path: '/api/save', body: { message: 'Korean reviewed', push: false } });
});

test('without the key there is only a hint where to find it, in three languages', async () => {
  const page = await browser.newPage();
  await page.goto(`${at.server.origin}/`);
  await page.getByText('Open the whole address').waitFor();
  expect(await page.locator('p[lang]').evaluateAll((all) => all.map((one) => one.getAttribute('lang')))).toEqual([
    'en',
    'de',
    'ko',
  ]);
  await page.close();
});

test.each([
  ['en', 'Overview', 'Show changes', 'list item'],
  ['de', 'Übersicht', 'Änderungen zeigen', 'Listenpunkt'],
  ['ko', '전체 보기', '변경 표시', '목록 항목'],
])('speaks %s, all of it, and remembers that', async (language, overview, changes, item) => {
  const { page } = at;
  await page.locator('#language').selectOption(language);
  await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe(language);
  await at.openDocument(article.path);
  await page.getByRole('link', { name: overview, exact: true }).waitFor();
  await page.getByRole('button', { name: changes }).waitFor();
  await page.locator('.unit-name').getByText(item, { exact: true }).waitFor();
  await page.keyboard.press('?');
  await page.reload();
  await page.getByRole('button', { name: changes }).waitFor();
  const words = await page.evaluate(
    'document.body.innerText + [...document.querySelectorAll("[aria-label]")].map((one) => one.ariaLabel)',
  );
  expect(words).not.toMatch(/page\.\w/);
});

test('another language is chosen without losing the place, light and dark are chosen against the system', async () => {
  const { page } = at;
  await page.locator('#language').selectOption('ko');
  await page.getByLabel('문서 검색').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('language');
  const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await ground();
  await page.getByLabel('밝게 또는 어둡게').selectOption('dark');
  await expect.poll(ground).not.toBe(light);
});

test('the overview is filtered by what is to be done, language, engine and words', async () => {
  const { page } = at;
  const rows = page.locator('.translation');
  await expect.poll(() => rows.count()).toBe(9);
  await page.getByLabel('Show').selectOption('stale');
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByLabel('Show').selectOption('review');
  await page.getByLabel('All languages').selectOption('en');
  await expect.poll(() => rows.count()).toBe(4);
  await page.getByLabel('All engines').selectOption('llm');
  await expect.poll(() => rows.count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('haushalt');
  await page.getByText('0 documents').waitFor();
});

describe('in a document', () => {
  beforeEach(() => at.openDocument(article.path));

  test('what changed since the last review is marked word by word, and terms and findings at their words', async () => {
    const row = current();
    expect(await row.locator('.source del').allTextContents()).toEqual(['11.000']);
    expect(await row.locator('.source ins').allTextContents()).toEqual(['12.500']);
    expect(await row.locator('.source .term').allTextContents()).toEqual(['Nordkorea', 'Kiew', 'Region Kursk']);
    expect(await row.locator('.source .term').nth(1).getAttribute('title')).toBe('Kiew: 키이우 · 우크라이나');
    expect((await row.locator('.target .found').allTextContents()).join('')).toBe('1만1000');
    expect(await row.locator('.source').getAttribute('lang')).toBe('de');
    expect(await row.locator('.target .text').getAttribute('lang')).toBe('ko');
    await at.page.keyboard.press('d');
    await expect.poll(() => at.page.locator('del, ins').count()).toBe(0);
  });

  test.each([
    ['r', [{ id: kursk.id, kind: 'reject' }]],
    ['f', [{ id: kursk.id, kind: 'edit', target: kursk.findings[0]?.fixed }]],
    ['i', [{ id: kursk.id, kind: 'ignore', check: 'number_mismatch' }]],
    ['a', [{ id: kursk.id, kind: 'accept' }]],
    ['A', 'clean'],
  ])('%s decides, and u takes it back', async (key, decisions) => {
    await at.page.keyboard.press(key);
    await expect.poll(() => at.decisions()).toEqual([decisions]);
    await at.page.locator('button[aria-keyshortcuts="u"]:enabled').waitFor();
    await at.page.keyboard.press('u');
    await expect.poll(() => told().textContent()).toBe('The last decision was taken back.');
    await expect.poll(() => at.server.documents.get(article.path)?.states).toEqual(article.states);
  });

  test('o takes an acceptance back, n writes a note', async () => {
    await at.page.keyboard.press('g');
    await at.page.keyboard.press('o');
    await at.page.keyboard.press('n');
    await at.page.keyboard.type('Titel kürzen');
    await at.page.keyboard.press('Control+Enter');
    await expect.poll(() => current().locator('.note').textContent()).toBe('Titel kürzen');
    const { id } = sentenceIn(article, 'Nordkoreanische');
    expect(at.decisions()).toEqual([[{ id, kind: 'reopen' }], [{ id, kind: 'note', note: 'Titel kürzen' }]]);
  });

  test('an ignored check is heeded again', async () => {
    await at.page.keyboard.press('i');
    await at.page.getByRole('button', { name: 'Check again' }).click();
    await expect.poll(() => at.decisions().at(-1)).toEqual([{ id: kursk.id, kind: 'heed', check: 'number_mismatch' }]);
    await expect.poll(() => at.page.evaluate('document.activeElement.className')).toContain('sentence');
  });

  test('Korean is written by an input method: no key acts while a syllable is put together', async () => {
    await at.page.keyboard.press('e');
    const field = at.page.getByLabel('Translation');
    await field.fill('');
    const session = await at.page.context().newCDPSession(at.page);
    for (const text of ['ㅎ', '하', '한']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    }
    for (const init of ["key: 'Enter', ctrlKey: true", "key: 'Escape'"]) {
      await at.page.evaluate(
        `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { ${init}, isComposing: true, bubbles: true }))`,
      );
    }
    expect(await field.inputValue()).toBe('한');
    expect(at.decisions()).toEqual([]);
    await session.send('Input.insertText', { text: '한국' });
    await at.page.keyboard.press('Control+Enter');
    await expect.poll(() => at.decisions()).toEqual([[{ id: kursk.id, kind: 'edit', target: '한국', accept: true }]]);
  });

  test('a Korean keyboard in Hangul mode has the same keys', async () => {
    await at.page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅓ', code: 'KeyJ', bubbles: true }))`,
    );
    await expect.poll(() => current().textContent()).toContain('Moskau');
  });

  test('what is typed outlives leaving the field, another language and a reload', async () => {
    const { page } = at;
    page.removeAllListeners('dialog');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.keyboard.press('e');
    await page.getByLabel('Translation').fill('halb fertig');
    await page.keyboard.press('Escape');
    await page.getByText('Not saved yet').waitFor();
    await page.getByLabel('Language of this page').selectOption('de');
    await page.getByText('Noch nicht gespeichert').waitFor();
    await page.reload();
    await page.locator('.sentence').first().waitFor();
    await page.keyboard.press('e');
    expect(await page.getByLabel('Übersetzung', { exact: true }).inputValue()).toBe('halb fertig');
    await page.getByRole('button', { name: 'Eingabe verwerfen' }).click();
    expect(await page.getByLabel('Übersetzung', { exact: true }).inputValue()).toBe(kursk.target);
  });

  test('a sentence changed on disk while it is being edited stands beside what was typed', async () => {
    const { page, server } = at;
    await page.keyboard.press('e');
    await page.getByLabel('Translation').fill('mein Text');
    server.changeOnDisk(withSentence(article, kursk.id, { target: 'Text der Kollegin' }));
    await page.getByText('Text der Kollegin').waitFor();
    expect(await page.evaluate('document.activeElement.value')).toBe('mein Text');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => trouble().textContent()).toContain('Please choose first');
    expect(at.decisions()).toEqual([]);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => at.decisions()).toEqual([[{ id: kursk.id, kind: 'edit', target: 'mein Text' }]]);
  });

  test('a save that comes too late writes nothing and loses nothing', async () => {
    const { page, server } = at;
    await page.keyboard.press('e');
    await page.getByLabel('Translation').fill('mein Text');
    server.documents.set(article.path, {
      ...withSentence(article, kursk.id, { target: 'Text der Kollegin' }),
      revision: '7',
    });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Take the text on disk' }).waitFor();
    expect(await page.getByLabel('Translation').inputValue()).toBe('mein Text');
    await expect.poll(() => trouble().textContent()).toContain('Nothing was written');
    expect(server.documents.get(article.path)?.revision).toBe('7');
    await page.getByRole('button', { name: 'Take the text on disk' }).click();
    expect(await page.getByLabel('Translation').inputValue()).toBe('Text der Kollegin');
  });

  test('another sentence changed on disk is no reason to ask: the decision is sent again', async () => {
    const { page, server } = at;
    server.documents.set(article.path, { ...withSentence(article, region.id, { target: '다른 글' }), revision: '7' });
    await page.keyboard.press('a');
    await expect.poll(() => server.documents.get(article.path)?.revision).toBe('8');
    await page.getByText('다른 글').waitFor();
    expect(await trouble().textContent()).toBe('');
  });

  test('a text written at a sentence that left the document can still be copied', async () => {
    const { page, server } = at;
    await page.keyboard.press('e');
    await page.getByLabel('Translation').fill('mein Text');
    server.changeOnDisk({ ...article, units: article.units.slice(2) });
    await page.getByText('no longer in the document').waitFor();
    expect(await page.locator('.outdated .disk').textContent()).toBe('mein Text');
    await page.getByRole('button', { name: 'Discard what I typed' }).click();
    await page.getByText('no longer in the document').waitFor({ state: 'detached' });
  });

  test('a change on disk keeps the focus and is told', async () => {
    await at.page.keyboard.press('j');
    at.server.changeOnDisk(withSentence(article, region.id, { target: '다른 글' }));
    await at.page.getByText('다른 글').waitFor();
    await expect.poll(() => told().textContent()).toContain('Brought up to date');
    expect(await at.page.evaluate('document.activeElement.textContent')).toContain('Moskau');
  });

  test('a lost server is said, and said no more when it is back', async () => {
    at.server.lose();
    await at.page.getByText('does not answer').waitFor();
    at.server.find();
    await at.page.getByText('does not answer').waitFor({ state: 'detached' });
  });

  test('the memory knows similar sentences, and is searched for words', async () => {
    const { page } = at;
    await page.locator('.matches').getByRole('button', { name: 'Use' }).first().click();
    expect(await page.getByLabel('Translation').inputValue()).toContain('1만1000명의 병력을 파견했다');
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await page.locator('iframe.preview').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('Kiew');
    await page.keyboard.press('Enter');
    await page.getByText('5 places').waitFor();
    expect(at.decisions()).toEqual([]);
  });

  test('filters show paragraphs whole, and keys go through what was asked for', async () => {
    const { page } = at;
    await page.getByLabel('Show').selectOption('findings');
    await page.getByText('2 sentences', { exact: true }).waitFor();
    expect(await page.locator('.sentence').count()).toBe(3);
    await page.locator('.sentence').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => current().textContent()).toContain('Moskau');
    await page.keyboard.press('/');
    await page.keyboard.type('nichts davon');
    await page.getByText('No sentence fits').waitFor();
    await page.keyboard.press('Escape');
  });

  test('the preview is a frame that may do nothing', async () => {
    at.server.documents.set(article.path, article);
    await at.page.keyboard.press('p');
    const frame = at.page.locator('iframe.preview');
    expect(await frame.getAttribute('sandbox')).toBe('');
    await frame.contentFrame().getByText('러시아에 있는 북한군').waitFor();
  });

  test('letters that follow one another fast are decisions that follow one another', async () => {
    for (const key of ['a', 'a', 'a']) await at.page.keyboard.press(key);
    await expect.poll(() => at.decisions().length).toBe(3);
    await expect.poll(() => at.server.documents.get(article.path)?.revision).toBe('4');
    expect(await trouble().textContent()).toBe('');
  });

  test('a search keeps the focus, whatever it takes out and brings back', async () => {
    const { page } = at;
    await page.keyboard.press('j');
    await page.keyboard.press('/');
    await page.keyboard.type('zzz');
    await page.getByText('No sentence fits').waitFor();
    for (const _ of 'zzz') await page.keyboard.press('Backspace');
    await page.keyboard.type('Region');
    expect(await page.getByLabel('Search sentences').inputValue()).toBe('Region');
    expect(at.decisions()).toEqual([]);
  });

  test('keys can be turned off', async () => {
    await at.page.keyboard.press('?');
    await at.page.getByLabel('Single keys act').uncheck();
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('a');
    await at.page.keyboard.press('j');
    expect(at.decisions()).toEqual([]);
    expect(await current().textContent()).toContain('Nordkorea hat');
  });
});
