import { collapse, fingerprint } from '../fingerprint.ts';
import { splitSentences } from '../languages/sentences/index.ts';
import type { Entry, Language } from '../model.ts';
import { shownText } from './settle.ts';

/** What an entry showed in the translated file as wordferry last wrote it; `''` for one that showed nothing. */
export type Expected = (entry: Entry) => string;

/**
 * `units` are the texts of the translated file. Where an entry was edited in the review file since, only the fingerprint
 * of what it showed is known: the text is looked for among the sentences of the file.
 */
export function expectedTexts(entries: readonly Entry[], units: readonly string[], language: Language): Expected {
  const changed = new Set(entries.filter((entry) => !entry.joined && fingerprint(shownText(entry)) !== entry.written));
  const standing = changed.size === 0 ? new Map<string, string>() : byFingerprint(units, language);
  return (entry) => {
    const shown = shownText(entry);
    if (!changed.has(entry)) return shown;
    // What a person typed into the review file, as a new entry, is not in the translated file yet.
    if (entry.written === undefined) return standing.get(fingerprint(shown)) ?? '';
    if (entry.written === nothing) return '';
    // It showed something, and it is not there: a guess, so that what stands there is compared with it.
    return standing.get(entry.written) ?? (shown === '' ? (entry.source ?? '') : shown);
  };
}

const nothing = fingerprint('');

/** A target has rarely more sentences. */
const mostSentences = 3;

/** Whole units, and runs of their sentences. */
function byFingerprint(units: readonly string[], language: Language): ReadonlyMap<string, string> {
  const texts = units.flatMap((unit) => {
    const sentences = splitSentences(unit, language);
    const runs = sentences.flatMap(({ start }, at) =>
      sentences.slice(at, at + mostSentences).map(({ end }) => unit.slice(start, end)),
    );
    return [unit, ...runs];
  });
  return new Map(texts.map((text) => [fingerprint(text), collapse(text)]));
}
