import { UserError } from '../errors.ts';
import type { Engine } from '../model.ts';
export function createLocal(..._: readonly unknown[]): Engine {
  throw new UserError({ id: 'engine.no_key', values: { variable: 'X' } });
}
