export { placeOf } from './place.ts';
export { readReviewFile } from './read.ts';
export { writeReviewFile } from './write.ts';
