import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Wanted } from '../../src/engines/run.ts';
import type { Time } from '../../src/engines/time.ts';
import type { Batch, Language, TranslationRequest } from '../../src/model.ts';

export function requestFor(text: string, more: Partial<TranslationRequest> = {}): TranslationRequest {
  return { text, context: { before: '', after: '' }, terms: [], ...more };
}

export function batchOf(texts: readonly string[], target: Language = 'en'): Batch {
  return { languages: { source: 'de', target }, requests: texts.map((text) => requestFor(text)) };
}

export function wantedFor(texts: readonly string[], target: Language = 'en'): readonly Wanted[] {
  const languages = { source: 'de', target };
  return texts.map((text) => ({ request: requestFor(text), languages, document: 'source-de/a.txt' }));
}

/** `Der Satz Nummer 101 ist kurz.` and so on: each has a figure of its own. */
export function sentences(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Der Satz Nummer ${101 + index} ist kurz.`);
}

/** Nobody waits: sleeping moves the clock. Chance is always the middle. */
export function fakeTime(): Time & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = 0;
  return {
    slept,
    now: () => now,
    day: () => '2026-01-02',
    random: () => 0.5,
    async sleep(milliseconds, signal) {
      if (signal.aborted) return;
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'wordferry-test-'));
}

export const never: AbortSignal = new AbortController().signal;
