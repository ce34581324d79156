export { alignSentences } from './align-sentences.ts';
export { type LeftPair, newlyLeft } from './left.ts';
export { lookAlike } from './look-alike.ts';
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
export { findMatches, findSimilar, type Sentence, type SimilarPair, type Wanted } from './similar.ts';
