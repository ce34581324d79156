import type { Bill, Price } from '../model.ts';
import { costOf } from './bill.ts';

/** What a run may be billed. */
export interface Budget {
  /** Unicode code points. */
  readonly characters?: number | undefined;
  /** In the currency of the engines' prices. */
  readonly cost?: number | undefined;
}

/** The budget of a run and what of it is or may be spent; all engines of the run pay from it. */
export interface Purse {
  readonly budget: Budget;
  characters: number;
  cost: number;
}

/** What is or may be spent; adds up over the runs of a session. */
export type Spent = Pick<Purse, 'characters' | 'cost'>;

/** What earlier runs have left of it. */
export function remaining({ characters, cost }: Budget, spent: Spent): Budget {
  return {
    characters: characters && Math.max(0, characters - spent.characters),
    cost: cost && Math.max(0, cost - spent.cost),
  };
}

export function createPurse(budget: Budget): Purse {
  return { budget, characters: 0, cost: 0 };
}

export function covers({ budget, ...spent }: Purse, bill: Bill, price: Price | undefined): boolean {
  const { characters = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY } = budget;
  return spent.characters + bill.characters <= characters && spent.cost + (costOf(bill, price) ?? 0) <= cost;
}

export function spend(purse: Purse, bill: Bill, price: Price | undefined): void {
  purse.characters += bill.characters;
  purse.cost += costOf(bill, price) ?? 0;
}

export function giveBack(purse: Purse, bill: Bill, price: Price | undefined): void {
  purse.characters -= bill.characters;
  purse.cost -= costOf(bill, price) ?? 0;
}
