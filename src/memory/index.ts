export { alignSentences } from './align-sentences.ts';
export { type LeftPair, newlyLeft } from './left.ts';
export { createMemory, groupsOf, lookUp, type Memory, type MemoryEntry, memoryOf, pairsLeft } from './memory.ts';
export { findSimilar } from './similar.ts';
