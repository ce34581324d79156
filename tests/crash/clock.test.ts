import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './program.ts';
import { createTemplate, startDeepL, type Template } from './template.ts';
import { readTree } from './tree.ts';

let template: Template;
beforeAll(async () => {
  template = await createTemplate(1);
}, 120_000);
afterAll(() => template.remove());

/** Loaded into the program: each look at the clock shows another day, or the clock goes back all the time. */
const clock = (now: string) => `
  let looks = 0; const real = Date; const now = () => ${now};
  globalThis.Date = class extends real { constructor(...args) { super(...(args.length > 0 ? args : [now()])); } static now() { return now(); } };`;

test.each([
  ['jumps by days', 'real.now() + (looks++ % 7 - 3) * 86_400_000'],
  ['goes back', 'real.now() - looks++ * 3_600_000'],
  ['stands in 1970', '0'],
])('a clock that %s changes no byte and costs nothing', async (_, now) => {
  const deepl = await startDeepL();
  const folder = template.copy();
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(clock(now))}` };
  const program = { folder, url: deepl.url, args: ['translate', '--engine', 'deepl'], env };
  try {
    for (const requests of [6, 6]) {
      const { status, err } = await run(program);
      expect([status, deepl.requests.length], err).toEqual([0, requests]);
      expect([...readTree(folder)]).toEqual([...template.after]);
    }
  } finally {
    await deepl.close();
  }
});
