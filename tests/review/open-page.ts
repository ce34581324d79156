import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { DocumentView, SentenceView } from '../../src/review/api.ts';
import { type PageServer, type PageServerOptions, servePage } from './page-server.ts';
import { openDocument, type Visit, visit } from './visit.ts';

export interface Opened extends Visit {
  readonly server: PageServer;
  /** Bodies of `/api/decide`, as they came. */
  decisions(): readonly unknown[];
  openDocument(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The page, and a server that answers from memory. */
export async function openPage(
  browser: Browser,
  views: readonly DocumentView[],
  options: BrowserContextOptions & PageServerOptions = {},
): Promise<Opened> {
  const server = await servePage(views, options);
  const { page, wrong } = await visit(browser, server.url, options);
  return {
    page,
    server,
    wrong,
    decisions: () =>
      server.posted
        .filter(({ path }) => path === '/api/decide')
        .map(({ body }) => (body as { decisions: unknown }).decisions),
    openDocument: (path) => openDocument(page, path),
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
