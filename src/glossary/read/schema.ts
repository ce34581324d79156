import { z } from 'zod';

const longestList = 100;

/** YAML gives text for every scalar. */
const text = z.string().normalize('NFC');
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** One form needs no brackets. */
const list = z.preprocess(
  (value) => (typeof value === 'string' ? [value].filter((form) => form !== '') : value),
  z.array(text).max(longestList),
);

const inflection = z.enum([
  'name',
  'acronym',
  'adjective',
  'noun-en',
  'noun-weak-en',
  'noun-es-e-en',
  'noun-s-n',
  'multiword',
  'explicit',
  'none',
]);

/** What may stand under a German term, but for the languages. */
export const fieldsSchema = z.strictObject({
  variants: list.default([]),
  forms: list.default([]),
  inflection: inflection.optional(),
  keep: flag.default(false),
  status: z.enum(['proposed', 'approved', 'deprecated']).default('approved'),
  match: z
    .strictObject({
      closed: flag.default(false),
      except: list.default([]),
      case: z.enum(['smart', 'exact', 'any']).default('smart'),
    })
    .default({ closed: false, except: [], case: 'smart' }),
  definition: text.optional(),
  note: text.optional(),
  authority: text.optional(),
  domain: list.optional(),
});
export type Fields = z.infer<typeof fieldsSchema>;

/** By language; `en: Pyongyang` is short for `en: { preferred: Pyongyang }`. */
export const targetsSchema = z.record(
  z.string(),
  z.preprocess(
    (value) => (typeof value === 'string' ? { preferred: value } : value),
    z.strictObject({
      preferred: text.default(''),
      admitted: list.default([]),
      forbidden: list.default([]),
      note: text.optional(),
      reading: text.optional(),
    }),
  ),
);
export type Targets = z.infer<typeof targetsSchema>;
