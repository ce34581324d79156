import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';

/** A page in a browser, and all that must not happen there. */
export interface Visit {
  readonly page: Page;
  /** Errors, dialogs, and requests that left the page's origin. */
  readonly wrong: string[];
}

/** Opens the address that a server has told, in a browser that knows nothing yet. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
  page.setDefaultTimeout(15_000);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const { origin } = new URL(url);
  const isElsewhere = (request: Request): boolean =>
    !/^(?:about|data):/.test(request.url()) && !request.url().startsWith(origin);
  page.on('requestfinished', (request) => {
    if (isElsewhere(request)) wrong.push(request.url());
  });
  // What the policy forbids is refused before it leaves the browser.
  page.on('requestfailed', (request) => {
    if (isElsewhere(request) && request.failure()?.errorText !== 'csp')
      wrong.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  await page.goto(url);
  await page.locator('main h1').waitFor();
  return { page, wrong };
}

/** Goes there as a link does. */
export async function openDocument(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/${path}`);
  await page.locator('.sentence[aria-current="true"]').waitFor();
}
