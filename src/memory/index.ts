export { type LeftPair, newlyLeft } from './left.ts';
export { createMemory, groupsOf, lookUp, type Memory, type MemoryEntry, memoryOf, pairsLeft } from './memory.ts';
export { pairBySimilarity } from './pair.ts';
export { findSimilar } from './similar.ts';
