export type { Found, Limits } from './best.ts';
export { buildIndex, type TokenTable } from './build-index.ts';
export { type CodedText, createNumbers, hashTokens, type Numbers } from './hash-tokens.ts';
export { openIndex, type SentenceIndex } from './layout.ts';
export { createSearch, type Question, type Search, type SearchAll } from './search.ts';
