import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DocumentView } from '../../src/review/api.ts';
import { openBrowser } from './browser.ts';
import { type Opened, openPage } from './open-page.ts';
import { article } from './page-article.ts';
import { documentOf, type Row, was } from './page-documents.ts';

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

const sentence = (index: number): Row => ({
  source: `Satz ${index}: Die Behörde veröffentlichte am ${1 + (index % 28)}. Mai neue Zahlen zu ${index % 90} Kommunen.`,
  target: `문장 ${index}: 당국은 5월 ${1 + (index % 28)}일 ${index % 90}개 지방자치단체의 새로운 수치를 발표했다.`,
  state: index % 3 === 0 ? 'translated' : 'reviewed',
  machine: index % 3 === 0 ? 'deepl' : undefined,
  previous:
    index % 30 === 0
      ? was(`Satz ${index}: Die Behörde veröffentlichte Zahlen.`, `문장 ${index}: 당국은 수치를 발표했다.`)
      : undefined,
});

const long = documentOf(
  'translations/ko/lang.txt',
  Array.from({ length: 1_250 }, (_, unit) => ({
    unit: 'paragraph',
    rows: Array.from({ length: 4 }, (__, row) => sentence(4 * unit + row)),
  })),
);

/** How smooth it is depends on the machine; what work is done does not. Figures for people: WORDFERRY_FIGURES=1. */
function tell(figures: Readonly<Record<string, unknown>>): void {
  if (process.env.WORDFERRY_FIGURES !== undefined) console.table(figures);
}

/** Elements of the page that change while something is done. */
async function changedBy(act: () => Promise<void>): Promise<number> {
  await at.page.evaluate(`window.changed = new Set();
    window.observer = new MutationObserver((all) => all.forEach(({ target }) =>
      window.changed.add(target.closest?.('.sentence, .panel, .news, .masthead, .document-bar') ?? target)));
    window.observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })`);
  await act();
  return (await at.page.evaluate('window.observer.disconnect(), window.changed.size')) as number;
}

/** Milliseconds of the processor that the page's main thread has used since it was asked last. */
async function cpuMeter(): Promise<() => Promise<number>> {
  const session = await at.page.context().newCDPSession(at.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let before = 0;
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const now = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    const used = 1_000 * (now - before);
    before = now;
    return Math.round(used);
  };
}

test('5,000 sentences: the first screen first, then all; a step and a decision touch little', async () => {
  at = await openPage(browser, [long, article]);
  const { page } = at;
  const cpu = await cpuMeter();
  await cpu();
  await page.evaluate(`window.drawn = [];
    new MutationObserver(() => window.drawn.push([performance.now(), document.querySelectorAll('.sentence').length]))
      .observe(document.getElementById('page'), { childList: true, subtree: true });
    window.start = performance.now(); location.hash = '#/translations/ko/lang.txt'`);
  await expect.poll(() => page.locator('.sentence').count(), { timeout: 60_000 }).toBe(5_000);
  const drawn = (await page.evaluate('window.drawn.map(([when, count]) => [when - window.start, count])')) as [
    number,
    number,
  ][];
  const first = drawn.find(([, count]) => count > 0) ?? [0, 0];
  expect(first[1]).toBeLessThan(200);

  const opening = await cpu();
  const frames = await framesWhileScrolling();
  const scrolling = await cpu();
  const nodes = (await page.evaluate('document.querySelectorAll("*").length')) as number;
  expect(nodes).toBeLessThan(60_000);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.unit')).contentVisibility`)).toBe('auto');

  await page.keyboard.press('G');
  await page.keyboard.press('g');
  const step = await changedBy(() => page.keyboard.press('j'));
  expect(step).toBeLessThan(8);
  const accepted = await changedBy(async () => {
    await page.keyboard.press('a');
    await expect.poll(() => at.decisions().length).toBe(1);
    await page.locator('button[aria-keyshortcuts="u"]:enabled').waitFor();
  });
  expect(accepted).toBeLessThan(12);
  const deciding = await cpu();
  await page.keyboard.press('e');
  const typed = await changedBy(() => page.keyboard.type('가나다'));
  expect(typed).toBeLessThan(3);
  tell({
    'first sentences, ms': first[0],
    'all, ms': drawn.at(-1)?.[0],
    elements: nodes,
    ...frames,
    'CPU ms: opening': opening,
    'CPU ms: 120 frames': scrolling,
    'CPU ms: step and decision': deciding,
    step,
    accepted,
    typed,
  });
});

test('2,000 documents in two languages: the first screen first, then all; a search touches what it shows', async () => {
  at = await openPage(browser, summaries());
  const { page } = at;
  await expect.poll(() => page.locator('.source-item').count(), { timeout: 60_000 }).toBe(2_000);
  const frames = await framesWhileScrolling();
  const nodes = (await page.evaluate('document.querySelectorAll("*").length')) as number;
  expect(nodes).toBeLessThan(80_000);
  const took = await page.evaluate(`new Promise((resolve) => {
    const field = document.getElementById('search'), start = performance.now();
    field.value = 'bericht-1999'; field.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  })`);
  await expect.poll(() => page.locator('.source-item').count()).toBe(1);
  tell({ elements: nodes, ...frames, 'search, ms': took });
});

function summaries(): readonly DocumentView[] {
  return Array.from({ length: 2_000 }, (_, index) =>
    ['en', 'ko'].map((language) => ({
      ...article,
      language,
      path: `translations/${language}/berichte/bericht-${index}.txt`,
      source: `source-de/berichte/bericht-${index}.txt`,
    })),
  ).flat();
}

/** Milliseconds from frame to frame on a long way down. */
async function framesWhileScrolling(): Promise<Readonly<Record<string, number>>> {
  const frames = (await at.page.evaluate(`new Promise((resolve) => {
    scrollTo(0, 0); const frames = []; let last = performance.now(), steps = 0;
    requestAnimationFrame(function frame(now) {
      frames.push(now - last); last = now; scrollBy(0, 120); steps++;
      if (steps < 120) requestAnimationFrame(frame); else resolve(frames.sort((a, b) => a - b));
    });
  })`)) as number[];
  return { 'frame median, ms': frames[60] ?? 0, 'frame 95 %, ms': frames[114] ?? 0 };
}
