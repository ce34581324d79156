import { matchEnd } from './characters.ts';

/** `{#id .class key="value"}`, also with kramdown's colon, at `at`; -1 where there is none. */
export function attributeListEnd(text: string, at: number): number {
  return matchEnd(start, text, at) < 0 ? -1 : matchEnd(list, text, at);
}

const start = /\{(?:\}|:|[#.][\p{L}_-]|[ \t]*(?:[#.][\p{L}_-]|[\w:-]{1,60}=))/uy;
const list = /\{[^{}\n]{0,500}\}/y;
