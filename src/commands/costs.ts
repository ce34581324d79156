import { join } from 'node:path';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { BillRow } from '../model.ts';
import { openJournal } from '../store/journal.ts';
import { findRoot } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { table } from './table.ts';

interface CostsOptions {
  readonly by?: 'day' | 'document' | 'engine' | 'month';
}

/** What was billed, and what perhaps was: from the journal, which is this machine's and outside of git. */
export async function run(context: Context, _: readonly string[], { by = 'day' }: CostsOptions): Promise<ExitStatus> {
  const { billed, perhaps } = openJournal(join(findRoot(context.cwd), '.wordferry/journal')).bills();
  if (context.json) {
    printJson(context, { billed, perhaps });
    return exitStatus.fine;
  }
  const { output, speaker } = context;
  if (billed.length + perhaps.length === 0) output.print(speaker.say({ id: 'costs.none' }));
  else for (const line of costTable({ billed, perhaps }, by, context)) output.paint(line);
  return exitStatus.fine;
}

interface Bills {
  readonly billed: readonly BillRow[];
  readonly perhaps: readonly BillRow[];
}

const parts = {
  day: ({ day }: BillRow) => day,
  month: ({ day }: BillRow) => day.slice(0, 7),
  document: ({ document }: BillRow) => document,
  engine: ({ engine }: BillRow) => engine,
};

function costTable(
  { billed, perhaps }: Bills,
  by: keyof typeof parts,
  { speaker, output }: Context,
): readonly string[] {
  const partOf = parts[by];
  const names = [...new Set([...billed, ...perhaps].map(partOf))].sort();
  const row = (name: string, isOwn: (bill: BillRow) => boolean) => {
    const own = billed.filter(isOwn);
    return [name, characters(own), money(own), characters(perhaps.filter(isOwn))];
  };
  const characters = (bills: readonly BillRow[]) =>
    speaker.number(bills.reduce((sum, bill) => sum + bill.characters, 0));
  const money = (bills: readonly BillRow[]) => {
    const sums = [...costsOf(bills)].map(([currency, cost]) => speaker.money(cost, currency));
    return sums.length === 0 ? '–' : sums.join(' + ');
  };
  const rows = names.map((name) => row(name, (bill) => partOf(bill) === name));
  const total = names.length > 1 ? [row(speaker.say({ id: 'status.total' }), () => true)] : [];
  const heads = [by, 'characters', 'cost', 'perhaps'] as const;
  const titles = heads.map((head) => speaker.say({ id: `costs.head.${head}` }));
  return table([titles, ...rows, ...total], output);
}

/** By currency; what nobody knows the price of is in none. */
function costsOf(bills: readonly BillRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { cost, currency } of bills)
    if (cost !== undefined && currency !== undefined) sums.set(currency, (sums.get(currency) ?? 0) + cost);
  return sums;
}
