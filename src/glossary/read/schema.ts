import { z } from 'zod';

export const longestList = 100;

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

const match = z.strictObject({
  closed: flag.default(false).describe('May open a closed compound: Kremlsprecher.'),
  except: list.default([]).describe('Words that never match.'),
  case: z
    .enum(['smart', 'exact', 'any'])
    .default('smart')
    .describe('smart: as German spells, also at the start of a sentence and in all capitals.'),
});

/** What may stand under a German term, but for the languages. The descriptions are what editors show. */
export const fieldsSchema = z.strictObject({
  variants: list.default([]).describe('Other spellings; they inflect like the term.'),
  forms: list.default([]).describe('Forms that no rule gives: umlaut plurals.'),
  inflection: inflection.optional().describe('How the term inflects; told by its form where it is absent.'),
  keep: flag.default(false).describe('Stands as it is in every language.'),
  status: z.enum(['proposed', 'approved', 'deprecated']).default('approved').describe('approved where it is absent.'),
  match: match.default({ closed: false, except: [], case: 'smart' }).describe('What is found besides inflected forms.'),
  definition: text.optional().describe('What the concept is.'),
  note: text.optional().describe('For people.'),
  authority: text.optional().describe('Who decided so: a style guide, an office.'),
  domain: list.optional().describe('Subjects: politics, geography.'),
});
export type Fields = z.infer<typeof fieldsSchema>;

/** Fields that look like a BCP 47 tag are languages. */
export const languageField = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** `en: Pyongyang` is short for `en: { preferred: Pyongyang }`. */
export const targetSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { preferred: value } : value),
  z.strictObject({
    preferred: text.default('').describe('What is written.'),
    admitted: list.default([]).describe('What may be written too.'),
    forbidden: list.default([]).describe('What is an error.'),
    note: text.optional().describe('For people.'),
    reading: text.optional().describe('Korean: how a Latin term is said; decides between 은 and 는.'),
  }),
);

/** By language. */
export const targetsSchema = z.record(z.string(), targetSchema);
export type Targets = z.infer<typeof targetsSchema>;
