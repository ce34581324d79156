export type { Found, Limits } from './best.ts';
export { buildIndex, type TokenTable } from './build-index.ts';
export { append, type CodedText, createNumbers, hashTokens, tokenNumbers } from './hash-tokens.ts';
export { openIndex, type SentenceIndex } from './layout.ts';
export { createSearch, type Question, type Search, type SearchAll } from './search.ts';
