import { hash } from 'node:crypto';

/** First 8 hex digits of SHA-256 over the UTF-8 of a text in NFC, white space collapsed: equal for what a formatter changes. */
export function fingerprint(text: string): string {
  return hex8(collapse(text));
}

/** 8 hex digits that name a source sentence: SHA-256 of its NFC. */
export function sourceHash(source: string): string {
  return hex8(source.normalize('NFC'));
}

/** NFC with each run of white space as one blank, none at the ends: two texts that say the same. */
export function collapse(text: string): string {
  const composed = text.normalize('NFC');
  return isUneven.test(composed) ? composed.replace(/\s+/gu, ' ').trim() : composed;
}

/** White space that is no single blank between words. */
const isUneven = /[^\S ]|\s\s|^\s|\s$/u;

function hex8(text: string): string {
  return hash('sha256', text).slice(0, 8);
}
