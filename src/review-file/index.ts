export { type Block, type Blocks, readBlocks } from './blocks.ts';
export { fieldNames } from './fields.ts';
export { blockWith, mergeBlock } from './merge-block.ts';
export { placeOf } from './place.ts';
export { readReviewFile } from './read.ts';
export { renderReviewFile, writeReviewFile } from './write.ts';
export { isContested, type Piece, writeBlocks } from './write-blocks.ts';
