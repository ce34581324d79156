import { hash } from 'node:crypto';
import type { Engine, Languages, TranslationRequest } from '../model.ts';

/**
 * Names a paid answer: SHA-256 over what it was asked for. Terms bind the answer and belong to it; neighbours and the
 * previous pair only help, and a sentence must not be paid again because its neighbour changed.
 */
export function answerKey(
  request: TranslationRequest,
  languages: Languages,
  { id, version, fake }: EngineName,
): string {
  const terms = request.terms.map(({ source, target }) => JSON.stringify([source, target])).sort();
  const text = request.text.normalize('NFC');
  const name = JSON.stringify([id, version(languages), languages.source, languages.target, text, terms]);
  // Nobody pays for those of a fake engine, and nobody keeps them.
  return fake ? name : hash('sha256', name);
}

type EngineName = Pick<Engine, 'id' | 'version' | 'fake'>;
