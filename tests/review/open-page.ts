import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import type { DocumentView, SentenceView } from '../../src/review/api.ts';
import { type PageServer, type PageServerOptions, servePage } from './page-server.ts';

/** The page in a browser, and all that must not happen there. */
export interface Opened {
  readonly page: Page;
  readonly server: PageServer;
  /** Errors, dialogs, and requests that left the page's origin. */
  readonly wrong: string[];
  /** Bodies of `/api/decide`, as they came. */
  decisions(): readonly unknown[];
  openDocument(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  views: readonly DocumentView[],
  options: BrowserContextOptions & PageServerOptions = {},
): Promise<Opened> {
  const server = await servePage(views, options);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
  page.setDefaultTimeout(15_000);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const isElsewhere = (request: Request): boolean =>
    !/^(?:about|data):/.test(request.url()) && !request.url().startsWith(server.origin);
  page.on('requestfinished', (request) => {
    if (isElsewhere(request)) wrong.push(request.url());
  });
  // What the policy forbids is refused before it leaves the browser.
  page.on('requestfailed', (request) => {
    if (isElsewhere(request) && request.failure()?.errorText !== 'csp')
      wrong.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  await page.goto(server.url);
  await page.locator('main h1').waitFor();
  return {
    page,
    server,
    wrong,
    decisions: () =>
      server.posted
        .filter(({ path }) => path === '/api/decide')
        .map(({ body }) => (body as { decisions: unknown }).decisions),
    async openDocument(path) {
      await page.goto(`${server.origin}/#/${path}`);
      await page.locator('.sentence[aria-current="true"]').waitFor();
    },
    async close() {
      await page.close();
      await server.close();
    },
  };
}

/** The sentence of a document that begins so. */
export function sentenceIn({ units }: DocumentView, begins: string): SentenceView {
  const found = units.flatMap(({ sentences }) => sentences).find(({ source }) => source?.startsWith(begins));
  if (found === undefined) throw new Error(`No sentence begins with ${begins}`);
  return found;
}

/** A document with another sentence in place of one. */
export function withSentence(view: DocumentView, id: string, change: Partial<SentenceView>): DocumentView {
  const units = view.units.map((unit) => ({
    ...unit,
    sentences: unit.sentences.map((sentence) => (sentence.id === id ? { ...sentence, ...change } : sentence)),
  }));
  return { ...view, units };
}
