export { placeOf } from './place.ts';
export { readReviewFile } from './read.ts';
export { renderReviewFile, writeReviewFile } from './write.ts';
