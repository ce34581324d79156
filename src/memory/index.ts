export { alignSentences } from './align-sentences.ts';
export { type LeftPair, newlyLeft } from './left.ts';
export { lookAhead, type Sentence } from './look-ahead.ts';
export { lookAlike } from './look-alike.ts';
export { lookUpAll, type Sought, type StoredMemory } from './look-up-all.ts';
export {
  type CodesOf,
  createMemory,
  groupsOf,
  type KnownPairs,
  lookUp,
  lookUpImported,
  type Memory,
  type MemoryEntry,
  memoryOf,
  pairsLeft,
} from './memory.ts';
export { reappearing } from './reappearing.ts';
export {
  append,
  buildIndex,
  createNumbers,
  createSearch,
  type Found,
  hashTokens,
  openIndex,
  type Question,
  type SearchAll,
  type SentenceIndex,
  tokenNumbers,
} from './sentence-index/index.ts';
export { findMatches, findSimilar } from './similar.ts';
export { similarity, tokensOf } from './similarity.ts';
