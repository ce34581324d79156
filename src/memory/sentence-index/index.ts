export type { Found } from './best.ts';
export { buildIndex } from './build-index.ts';
export { append, type CodedText, createNumbers, hashTokens, tokenNumbers } from './hash-tokens.ts';
export { openIndex, type SentenceIndex } from './layout.ts';
export { createSearch, type Question, type SearchAll } from './search.ts';
