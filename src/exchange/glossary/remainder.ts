import { z } from 'zod';

/**
 * What of an entry no element of TBX gives back: our match rules, and texts that XML changes. It stands as JSON in a
 * `<note>`, so that our own files come back as they were and other tools carry it along.
 */
const texts = z.array(z.string());
const status = z.enum(['proposed', 'approved', 'deprecated']);
export const inflections = [
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
] as const;

const targetSchema = z
  .strictObject({
    preferred: z.string(),
    admitted: texts,
    forbidden: texts,
    note: z.string(),
    reading: z.string(),
    /** The term as it is; the glossary says so of all languages. */
    kept: z.boolean(),
  })
  .partial();

const entrySchema = z
  .strictObject({
    variants: texts,
    forms: texts,
    inflection: z.enum(inflections),
    keep: z.boolean(),
    status,
    closed: z.boolean(),
    except: texts,
    case: z.enum(['exact', 'any']),
    definition: z.string(),
    note: z.string(),
    authority: z.string(),
    domain: texts,
    /** Translations without any term: a note alone. */
    targets: z.record(z.string(), targetSchema),
  })
  .partial();

export type EntryRemainder = z.infer<typeof entrySchema>;
export type TargetRemainder = z.infer<typeof targetSchema>;

const prefix = 'wordferry: ';

export function remainderNote(remainder: EntryRemainder | TargetRemainder): string | undefined {
  if (Object.keys(remainder).length === 0) return undefined;
  const json = JSON.stringify(remainder);
  return prefix + json.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, escaped);
}

/** JSON leaves some signs as they are that XML should not have. */
function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function isRemainder(note: string): boolean {
  return note.startsWith(prefix);
}

/** `undefined` for what we did not write so. */
export function readEntryRemainder(notes: readonly string[]): EntryRemainder | undefined {
  return readNote(notes, entrySchema);
}

export function readTargetRemainder(notes: readonly string[]): TargetRemainder | undefined {
  return readNote(notes, targetSchema);
}

function readNote<Remainder>(notes: readonly string[], schema: z.ZodType<Remainder>): Remainder | undefined {
  const note = notes.find(isRemainder);
  return note === undefined ? undefined : schema.safeParse(parsed(note.slice(prefix.length))).data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
