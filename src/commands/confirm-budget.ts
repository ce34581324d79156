import type { Budget } from '../engines/purse.ts';
import { estimatePlan } from '../run/estimate-plan.ts';
import type { PlannedRun } from '../run/translate-folder.ts';
import { type Context, note } from './context.ts';
import { moneyOf } from './translate-summary.ts';

/**
 * What a run may spend after all. Before the first request it is said what it is going to be; where that is more than the
 * project's budget, a person at a terminal may allow it, everybody else gets what the budget reaches.
 */
export async function confirmBudget(root: string, planned: PlannedRun, context: Context): Promise<Budget> {
  const { budget } = planned;
  const paid = (await estimatePlan(root, planned)).filter((each) => each.paid && each.sentences > 0);
  if (paid.length === 0) return budget;
  const sum = (count: (each: (typeof paid)[number]) => number) => paid.reduce((all, each) => all + count(each), 0);
  const [characters, sentences, cost] = [
    sum((each) => each.characters),
    sum((each) => each.sentences),
    sum((each) => each.cost ?? 0),
  ];
  const currency = paid.find((each) => each.currency !== undefined)?.currency;
  const values = {
    characters,
    sentences,
    cost: currency === undefined ? 'none' : moneyOf(new Map([[currency, cost]]), context.speaker),
    budget: budget.characters ?? 0,
    limit: budget.cost === undefined ? 'none' : context.speaker.money(budget.cost, currency ?? 'EUR'),
  };
  const { characters: most = Number.POSITIVE_INFINITY, cost: mostCost = Number.POSITIVE_INFINITY } = budget;
  if (!context.json) note(context, { id: 'translate.spending', values });
  if (characters <= most && cost <= mostCost) return budget;
  const isAllowed = await context.confirm?.({ id: 'translate.beyond', values });
  return isAllowed ? { characters: Math.max(characters, most), cost: budget.cost && Math.max(cost, mostCost) } : budget;
}
