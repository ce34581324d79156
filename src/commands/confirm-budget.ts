import type { Estimate } from '../engines/estimate.ts';
import type { Budget } from '../engines/purse.ts';
import { estimatePlan } from '../run/estimate-plan.ts';
import type { PlannedRun } from '../run/translate-folder.ts';
import { type Context, note } from './context.ts';

/**
 * What a run may spend after all. Before the first request it is said what it is going to be; where that is more than the
 * project's budget, a person at a terminal may allow it, everybody else gets what the budget reaches.
 */
export async function confirmBudget(root: string, planned: PlannedRun, context: Context): Promise<Budget> {
  const { budget } = planned;
  const spending = sumOf((await estimatePlan(root, planned)).filter(({ paid }) => paid));
  if (spending.sentences === 0) return budget;
  const values = valuesOf(spending, budget, context);
  if (!context.json) note(context, { id: 'translate.spending', values });
  const { characters = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY } = budget;
  const isBeyond = spending.characters > characters || spending.cost > cost;
  const isAllowed = isBeyond && (await context.confirm?.({ id: 'translate.beyond', values }));
  if (!isAllowed) return budget;
  return {
    characters: Math.max(spending.characters, characters),
    cost: budget.cost && Math.max(spending.cost, budget.cost),
  };
}

interface Spending {
  readonly sentences: number;
  readonly characters: number;
  readonly cost: number;
  readonly currency: string | undefined;
}

function sumOf(estimates: readonly Estimate[]): Spending {
  const sum = (count: (each: Estimate) => number) => estimates.reduce((all, each) => all + count(each), 0);
  return {
    sentences: sum(({ sentences }) => sentences),
    characters: sum(({ characters }) => characters),
    cost: sum(({ cost = 0 }) => cost),
    currency: estimates.find(({ currency }) => currency !== undefined)?.currency,
  };
}

function valuesOf({ sentences, characters, cost, currency }: Spending, budget: Budget, { speaker }: Context) {
  const money = (amount: number | undefined) =>
    amount === undefined || currency === undefined ? 'none' : speaker.money(amount, currency);
  return { sentences, characters, cost: money(cost), budget: budget.characters ?? 0, limit: money(budget.cost) };
}
