import type { Budget } from '../engines/purse.ts';
import { UserError } from '../errors.ts';
import type { Engine } from '../model.ts';

/** A budget in money holds only where everybody says what he costs. Throws `UserError`. */
export function checkPrices(engines: readonly Engine[], { cost }: Budget): void {
  if (cost === undefined) return;
  const paid = engines.filter(({ fake, id }) => !fake && id !== 'local');
  const unknown = paid.find(({ price }) => price === undefined);
  if (unknown !== undefined) {
    const values = { engine: unknown.id };
    throw new UserError({ id: 'engine.no_price', values }, { hint: { id: 'engine.no_price.hint', values } });
  }
  const currencies = [...new Set(paid.map(({ price }) => price?.currency ?? ''))];
  if (currencies.length > 1) throw new UserError({ id: 'engine.currencies', values: { currencies } });
}
