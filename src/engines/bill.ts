import type { Batch, Bill, Price } from '../model.ts';
import { countCodePoints } from './code-points.ts';

/** What the texts of a batch are billed for by the character. */
export function charactersIn({ requests }: Batch): number {
  return requests.reduce((sum, { text }) => sum + countCodePoints(text), 0);
}

/** In the currency of the price; `undefined` where it says nothing of what was counted. */
export function costOf({ characters, tokens }: Bill, price: Price | undefined): number | undefined {
  if (price === undefined) return undefined;
  if (price.characters !== undefined) return (characters * price.characters) / 1_000_000;
  if (tokens === undefined || price.input === undefined) return undefined;
  return (tokens.input * price.input + tokens.output * (price.output ?? price.input)) / 1_000_000;
}
