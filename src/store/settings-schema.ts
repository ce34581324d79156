import { z } from 'zod';
import { findingIds } from '../checks/ids.ts';
import { engineIds } from '../engine-ids.ts';
import { isLanguageTag } from '../language-tag.ts';

const furniture = z.union([z.enum(['keep', 'omit']), z.record(z.string(), z.string())]);
const count = z.string().regex(/^\d+$/).transform(Number);
const amount = z
  .string()
  .regex(/^\d+(?:\.\d+)?$/)
  .transform(Number);

/** Per million characters, or tokens in and out. */
const price = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  characters: amount.optional(),
  input: amount.optional(),
  output: amount.optional(),
});
const some = z
  .string()
  .regex(/^[1-9]\d*$/)
  .transform(Number);
const pace = { concurrency: some.optional(), charactersPerMinute: some.optional(), price: price.optional() };
const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:/@+-]{0,199}$/u);
const deepl = z.strictObject({
  ...pace,
  model: z.enum(['quality_optimized', 'latency_optimized', 'prefer_quality_optimized']).optional(),
  styleRule: name.optional(),
  glossary: name.optional(),
});
const llm = z.strictObject({
  ...pace,
  model: name.optional(),
  output: z.enum(['schema', 'json', 'text']).optional(),
  texts: some.optional(),
  temperature: amount.optional(),
});
const libretranslate = z.strictObject(pace);
const mock = z.strictObject({ pairs: z.string() });
const engines = z.strictObject({
  deepl: deepl.optional(),
  llm: llm.optional(),
  libretranslate: libretranslate.optional(),
  mock: mock.optional(),
});

/** An engine of the user's own is a module of the project; it runs only where a person has said so. */
const engine = z.union([z.enum(engineIds), z.string().regex(/^\.\/[^\s]+\.m?js$/)]);
const documents = z.array(
  z.strictObject({ path: z.string().min(1), engines: z.union([z.array(z.enum(engineIds)), z.literal('none')]) }),
);
const style = z.record(
  z.string(),
  z.strictObject({
    variety: z.string().refine(isLanguageTag).optional(),
    guide: name.optional(),
    register: z.enum(['plain', 'polite']).optional(),
    formality: z.enum(['more', 'less']).optional(),
  }),
);
const budget = z.strictObject({ characters: count.optional(), cost: amount.optional() });

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
  review: z.enum(['accept', 'merge']).optional(),
  engine: engine.optional(),
  chain: z.array(engine).optional(),
  engines: engines.optional(),
  documents: documents.optional(),
  style: style.optional(),
  budget: budget.optional(),
  limits: limits.optional(),
});

/** What may stand below a setting, by its name; `''` is the whole file. */
export const settingsBelow: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(settingsSchema.shape).filter((key) => key !== 'chain'),
  engines: Object.keys(engines.shape),
  'engines.deepl': Object.keys(deepl.shape),
  'engines.llm': Object.keys(llm.shape),
  'engines.libretranslate': Object.keys(libretranslate.shape),
  'engines.mock': Object.keys(mock.shape),
  budget: Object.keys(budget.shape),
  limits: Object.keys(limits.shape),
  checks: findingIds,
};

/** Every setting that has a value: `newlines`, `budget.characters`; of the checks and the engines there are too many. */
export const settingNames: readonly string[] = Object.entries(settingsBelow)
  .filter(([parent]) => !isLong(parent))
  .flatMap(([parent, names]) => names.map((name) => (parent === '' ? name : `${parent}.${name}`)))
  .filter((name) => isLong(name) || !(name in settingsBelow));

function isLong(parent: string): boolean {
  return /^(?:checks|engines)(?:\.|$)/.test(parent);
}
