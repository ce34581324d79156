import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { lazyProgress, progressLine } from '../../src/commands/progress.ts';
import { createSpeaker } from '../../src/messages/index.ts';

const { isTTY } = process.stderr;
afterEach(() => {
  process.stderr.isTTY = isTTY;
  vi.restoreAllMocks();
});

test.each([
  ['en', 1, 1, 0, '1 of 1 sentence'],
  ['en', 50, 240, 4180, '50 of 240 sentences, 4,180 characters billed'],
  ['de', 1, 1, 1, '1 von 1 Satz, 1 Zeichen abgerechnet'],
  ['de', 50, 240, 4180, '50 von 240 Sätzen, 4.180 Zeichen abgerechnet'],
  ['ko', 50, 240, 4180, '문장 240개 중 50개, 4,180자 과금됨'],
])('%s: %i of %i, %i characters', (language, done, total, characters, expected) => {
  const speaker = createSpeaker(language, {});
  expect(progressLine({ engine: 'deepl', done, total, characters }, speaker)).toBe(expected);
});

test('the bar on a terminal says who is asked, how far it is, what was billed and for how long', () => {
  let shown = '';
  process.stderr.isTTY = true;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    shown += text;
    return true;
  });
  const output = { isTerminal: true } as Context['output'];
  const progress = lazyProgress({ output, speaker: createSpeaker('en', {}), quiet: false, json: false } as Context);
  progress.update({ engine: 'deepl', done: 60, total: 240, characters: 4180 });
  progress.stop();
  expect(stripVTControlCharacters(shown)).toMatch(
    /deepl =+-+ 25% {2}60 of 240 sentences, 4,180 characters billed {2}\d+s/,
  );
});
