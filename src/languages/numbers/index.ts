export { compareQuantities } from './compare.ts';
export { compareUnits } from './compare-units.ts';
export { numberWords } from './number-words.ts';
export { swapMarks } from './numeral.ts';
export { parseQuantities, readsNumbers } from './parse.ts';
export type { Quantity } from './quantity.ts';
export { renderQuantity } from './render.ts';
export { rewriteQuantity, valueKey } from './rewrite.ts';
