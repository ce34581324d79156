import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { article, others } from './page-article.ts';
import { type PageServer, servePage } from './page-server.ts';

const folder = process.env.WORDFERRY_SCREENSHOTS;

/** For people's eyes: WORDFERRY_SCREENSHOTS names the folder that gets them. */
describe.skipIf(folder === undefined)('screenshots', () => {
  let browser: Browser;
  let server: PageServer;
  beforeAll(async () => {
    mkdirSync(folder ?? '', { recursive: true });
    browser = await openBrowser();
    server = await servePage([article, ...others], { fonts: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const widths = { wide: { width: 1360, height: 900 }, narrow: { width: 360, height: 760 } };

  test.each(['en', 'de', 'ko'] as const)('%s', async (locale) => {
    for (const [size, viewport] of Object.entries(widths)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport, colorScheme, locale });
        const shoot = (name: string) =>
          page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}-${locale}.png` });
        await page.goto(server.url);
        await page.locator('.source-item').first().waitFor();
        await page.waitForTimeout(500);
        await shoot('overview');
        await page.goto(`${server.origin}/#/${article.path}`);
        await page.locator('.sentence').first().waitFor();
        await page.waitForTimeout(500);
        await shoot('document');
        if (size === 'wide') {
          await page.keyboard.press('e');
          await shoot('edit');
          await page.keyboard.press('Escape');
          await page.keyboard.press('?');
          await shoot('help');
        }
        await page.close();
      }
    }
  });
});
