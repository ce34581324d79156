export { isHtml } from './inline-codes.ts';
export {
  type InlineCode,
  type InlineText,
  isWritable,
  type MemoryUnit,
  type RefusedUnit,
  textOf,
  uniqueUnits,
} from './memory-unit.ts';
export { type ReadUnit, readTmx } from './read-tmx.ts';
export { writeTmx } from './write-tmx.ts';
