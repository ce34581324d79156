import { z } from 'zod';
import { keptText } from '../exchange/decisions.ts';
import type { Decide, Save, Undo } from './api.ts';

const path = z.string().max(4096);
const revision = z.string().max(64);
const id = z.string().max(64);
const text = keptText(100_000);

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.enum(['accept', 'reject', 'reopen']) }),
  z.strictObject({ id, kind: z.literal('edit'), target: text, accept: z.boolean().optional() }),
  z.strictObject({ id, kind: z.literal('note'), note: text }),
  z.strictObject({ id, kind: z.enum(['ignore', 'heed']), check: z.string().max(64) }),
]);

/** What the page may post; anything else is refused. */
export const requests = {
  decide: z.strictObject({
    path,
    revision,
    decisions: z.union([z.literal('clean'), z.array(decision).min(1).max(10_000)]),
  }) satisfies z.ZodType<Decide>,
  undo: z.strictObject({ path, revision }) satisfies z.ZodType<Undo>,
  save: z.strictObject({
    message: keptText(10_000).optional(),
    push: z.boolean().optional(),
  }) satisfies z.ZodType<Save>,
};
