import { lookAhead, type Memory, type SearchAll, type Sentence } from '../memory/index.ts';
import type { Translation } from './open.ts';

/** Sentences that neither their review file nor the memory has as they stand: similar ones are looked up all at once. */
export function lookAheadIn(
  translations: readonly Translation[],
  memoryFor: (translation: Translation) => Memory,
  searchAll: SearchAll,
): void {
  const missing = new Map<Memory, Sentence[]>();
  for (const translation of translations) {
    const memory = memoryFor(translation);
    const sentences = missing.get(memory) ?? [];
    missing.set(memory, sentences);
    for (const sentence of missingIn(translation, memory)) sentences.push(sentence);
  }
  for (const [memory, sentences] of missing) lookAhead(memory, sentences, searchAll);
}

function missingIn({ document, entries }: Translation, { bySource }: Memory): readonly Sentence[] {
  const own = new Set(entries.map(({ source }) => source?.normalize('NFC')));
  const sources = new Set(document.segments.map(({ text }) => text));
  return [...sources].flatMap((source) => {
    const name = source.normalize('NFC');
    return own.has(name) || bySource.has(name) ? [] : [{ source, path: document.path }];
  });
}
