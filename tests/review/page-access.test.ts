import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Opened, openPage, sentenceIn, withSentence } from './open-page.ts';
import { article, others } from './page-article.ts';

const kursk = sentenceIn(article, 'Nordkorea hat');
const views = [
  article,
  ...others,
  { ...article, path: 'translations/ko/kaputt.txt', problem: 'Unexpected conflict markers' },
];

let browser: Browser;
let at: Opened;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await at.close();
  expect(at.wrong).toEqual([]);
});

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const;

/** Each view and state of the page, and how one gets there. */
const states: Readonly<Record<string, (at: Opened) => Promise<unknown>>> = {
  overview: async () => {},
  'overview, nothing found': ({ page }) => page.getByLabel('Search documents').fill('gibt es nicht'),
  'save dialog': ({ page }) => page.keyboard.press('s'),
  document: (opened) => opened.openDocument(article.path),
  'document that cannot be reviewed': (opened) => opened.openDocument('translations/ko/kaputt.txt'),
  'sentence with a note and a warning': (opened) => inDocument(opened, 'j'),
  editing: (opened) => inDocument(opened, 'e'),
  'writing a note': (opened) => inDocument(opened, 'n'),
  'with an ignored check': (opened) => inDocument(opened, 'i'),
  preview: (opened) => inDocument(opened, 'p'),
  help: (opened) => inDocument(opened, '?'),
  filtered: async (opened) => {
    await inDocument(opened);
    await opened.page.getByLabel('Show').selectOption('findings');
  },
  conflict: async (opened) => {
    await inDocument(opened, 'e');
    await opened.page.getByLabel('Translation').fill('mein Text');
    opened.server.changeOnDisk(withSentence(article, kursk.id, { target: '다른 글' }));
    await opened.page.getByText('다른 글').waitFor();
    await opened.page.keyboard.press('Control+Enter');
  },
  'a draft whose sentence is gone': async (opened) => {
    await inDocument(opened, 'e');
    await opened.page.getByLabel('Translation').fill('mein Text');
    opened.server.changeOnDisk({ ...article, units: article.units.slice(2) });
    await opened.page.getByText('no longer in the document').waitFor();
  },
  lost: async (opened) => {
    opened.server.lose();
    await opened.page.getByText('does not answer').waitFor();
  },
};

async function inDocument(opened: Opened, ...keys: readonly string[]): Promise<void> {
  await opened.openDocument(article.path);
  for (const key of keys) await opened.page.keyboard.press(key);
}

test.each(Object.entries(states))(
  '%s: everybody can read and use it, in light and dark, wide and narrow',
  async (_, reach) => {
    at = await openPage(browser, views);
    await reach(at);
    await at.page.evaluate(axe.source);
    for (const { colorScheme, width } of looks) {
      await at.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await at.page.setViewportSize({ width, height: 800 });
      expect(await violations(at), `${colorScheme}, ${width} px`).toEqual([]);
      const overflow = await at.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, 'nobody scrolls sideways').toBeLessThanOrEqual(0);
    }
  },
);

function violations({ page }: Opened): Promise<unknown> {
  const rules = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  return page.evaluate(`axe.run({ runOnly: ${rules} }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary])))`);
}

describe('by keyboard alone', () => {
  test('from the overview through a document and back, and the focus is always somewhere', async () => {
    at = await openPage(browser, views);
    const { page } = at;
    const focus = async (): Promise<unknown> =>
      page.evaluate('document.activeElement.className || document.activeElement.tagName');
    const steps: readonly (readonly [key: string, focused: RegExp])[] = [
      ['j', /translation/],
      ['Enter', /./],
      ['j', /sentence/],
      ['k', /sentence/],
      ['G', /sentence/],
      ['g', /sentence/],
      ['.', /sentence/],
      ['e', /TEXTAREA/],
      ['Escape', /sentence/],
      ['n', /TEXTAREA/],
      ['Escape', /sentence/],
      ['Tab', /BUTTON/],
      ['k', /sentence/],
      ['/', /INPUT/],
      ['Escape', /sentence/],
      ['c', /INPUT/],
      ['Escape', /sentence/],
      ['?', /round/],
      ['Escape', /sentence/],
      ['s', /round/],
      ['Escape', /sentence/],
      ['a', /sentence/],
      ['u', /sentence/],
      ['i', /sentence/],
      ['f', /sentence/],
      ['r', /sentence/],
    ];
    for (const [key, focused] of steps) {
      await page.keyboard.press(key);
      if (key === 'Enter') await page.locator('.sentence').first().waitFor();
      await expect.poll(focus, { message: `after ${key}` }).toMatch(focused);
    }
  });

  test('the key right after Escape acts, before the browser has told that the dialog is closed', async () => {
    at = await openPage(browser, views);
    await at.page.keyboard.press('?');
    await at.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await at.page.evaluate(`{
      const dialog = document.querySelector('dialog[open]');
      dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
      dialog.close();
      dispatchEvent(new KeyboardEvent('keydown', { key: 's', code: 'KeyS' }));
    }`);
    await at.page.getByLabel('Message').waitFor();
    await at.page.getByRole('button', { name: 'Close' }).click();
    await at.page.getByLabel('Message').waitFor({ state: 'detached' });
  });

  test('Tab gets through everything and out again', async () => {
    at = await openPage(browser, views);
    await at.openDocument(article.path);
    await at.page.getByRole('button', { name: 'Use' }).first().waitFor();
    const seen = new Set<string>();
    for (let times = 0; times < 40; times++) {
      await at.page.keyboard.press('Tab');
      seen.add(
        await at.page.evaluate('document.activeElement.textContent.trim().slice(0, 12) || document.activeElement.id'),
      );
    }
    for (const name of [
      'To the conte',
      'wordferry',
      'Overview',
      'Save to git',
      'search',
      'Accept',
      'Edit',
      'Memory',
      'Use',
      'concordance',
    ]) {
      expect([...seen], name).toContain(name);
    }
  });
});

test('what is pressed is at least 24 px high and wide, at 360 px too', async () => {
  at = await openPage(browser, views, { viewport: { width: 360, height: 740 } });
  await at.openDocument(article.path);
  const small = await at.page.evaluate(`[...document.querySelectorAll('button, select, input, nav a')]
    .filter((one) => one.checkVisibility() && !one.matches('.skip'))
    .filter((one) => Math.min(one.getBoundingClientRect().height, one.getBoundingClientRect().width) < 24)
    .map((one) => one.outerHTML)`);
  expect(small).toEqual([]);
});
