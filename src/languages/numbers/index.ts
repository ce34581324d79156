export { compareQuantities, type Difference, type Misreading } from './compare.ts';
export { numberWords } from './number-words.ts';
export { parseQuantities, readsNumbers } from './parse.ts';
export type {
  Amount,
  CalendarDate,
  ClockTime,
  Code,
  Decade,
  Foreign,
  NumberWord,
  Quantity,
  Span,
  Value,
} from './quantity.ts';
