export { createMemory, type Group, groupsOf, lookUp, type Memory, type MemoryEntry, memoryOf } from './memory.ts';
export { pairBySimilarity } from './pair.ts';
export { similarity, tokensOf } from './similarity.ts';
