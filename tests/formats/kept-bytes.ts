import { expect } from 'vitest';
import type { Document } from '../../src/model.ts';
import { engineText, fromEngine } from '../../src/pipeline/codes.ts';
import { translated } from './translated.ts';

/** Neither targets that are the sources nor an engine that says what it was asked change a byte. */
export function expectKeptBytes(document: Document): void {
  expect(document.refusal).toBeUndefined();
  expect(translated(document, ({ text }) => text)).toBe(document.text);
  expect(
    translated(document, (segment) => fromEngine(engineText(segment, document), segment, document) ?? 'refused'),
  ).toBe(document.text);
}
