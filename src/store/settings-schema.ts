import { z } from 'zod';
import { findingIds } from '../checks/ids.ts';
import { engineIds } from '../engine-ids.ts';
import { isLanguageTag } from '../language-tag.ts';

const furniture = z.union([z.enum(['keep', 'omit']), z.record(z.string(), z.string())]);
const mock = z.strictObject({ pairs: z.string() });
const engines = z.strictObject({ mock: mock.optional() });
const budget = z.strictObject({ characters: z.string().regex(/^\d+$/).transform(Number) });

/** At least one, and no more than Node takes as one text. */
const upTo = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform(Number)
    .refine((value) => value <= most);
const limits = z.strictObject({ seconds: upTo(3600).optional(), megabytes: upTo(200).optional() });
const texts = z.array(z.string()).min(1);
/** The beginning of an address, of signs that need no escape in any format. */
const address = z.string().regex(/^[^\s<>()"'`\\&|]+$/);

const level = z.enum(['error', 'warning', 'info', 'off']);
const share = z
  .string()
  .regex(/^\d+(?:\.\d+)?$/)
  .transform(Number);
/** `length_ratio: { en: [0.5, 1.6] }`, for long sentences. */
const lengthRatio = z.object({ severity: level.optional() }).catchall(z.tuple([share, share]));
/** `sentence_count: { most: 2 }`: as many more or fewer are fine. */
const sentenceCount = z.strictObject({ severity: level.optional(), most: share.optional() });
const limited: Readonly<Record<string, z.ZodType>> = { length_ratio: lengthRatio, sentence_count: sentenceCount };
const leveled = z.strictObject({ severity: level.optional() });
const checks = z.strictObject(
  Object.fromEntries(findingIds.map((id) => [id, z.union([level, limited[id] ?? leveled]).optional()])),
);

/** The shape of wordferry.yaml; YAML gives text for every scalar. */
export const settingsSchema = z.strictObject({
  source: z.string().refine(isLanguageTag).optional(),
  targets: texts.optional(),
  include: texts.optional(),
  exclude: texts.optional(),
  target: z.string().optional(),
  reviews: z.string().optional(),
  furniture: z.record(z.string(), furniture).optional(),
  newlines: z.enum(['auto', 'line', 'paragraph']).optional(),
  abbreviations: z.record(z.string(), z.array(z.string())).optional(),
  srx: z.string().optional(),
  keys: texts.optional(),
  attributes: texts.optional(),
  links: z.record(address, address).optional(),
  headingIds: z.enum(['keep', 'explicit']).optional(),
  checks: checks.optional(),
  onEdit: z.enum(['reviewed', 'translated']).optional(),
  engine: z.enum(engineIds).optional(),
  engines: engines.optional(),
  budget: budget.optional(),
  limits: limits.optional(),
});

/** What may stand below a setting, by its name; `''` is the whole file. */
export const settingsBelow: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(settingsSchema.shape),
  engines: Object.keys(engines.shape),
  'engines.mock': Object.keys(mock.shape),
  budget: Object.keys(budget.shape),
  limits: Object.keys(limits.shape),
  checks: findingIds,
};

/** Every setting that has a value: `newlines`, `budget.characters`; of the checks there are too many. */
export const settingNames: readonly string[] = Object.entries(settingsBelow)
  .filter(([parent]) => parent !== 'checks')
  .flatMap(([parent, names]) => names.map((name) => (parent === '' ? name : `${parent}.${name}`)))
  .filter((name) => name === 'checks' || !(name in settingsBelow));
