import { z } from 'zod';
import { UserError } from '../errors.ts';

/** What somebody decided about a sentence in the HTML report, with the pair that they saw. */
export interface SeenDecision {
  /** The review file, from the root. */
  readonly file: string;
  /** As `idsOf` names the sentence. */
  readonly id: string;
  readonly seen: { readonly source: string; readonly target: string };
  readonly accept?: true | undefined;
  readonly target?: string | undefined;
  readonly note?: string | undefined;
}

/** What a file can hold and give back: no half of a sign, no control character but tabs and line breaks. */
export const keptText = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text));

const name = keptText(8192);
const text = keptText(100_000);

const decision = z.strictObject({
  file: name,
  id: name,
  seen: z.strictObject({ source: text, target: text }),
  accept: z.literal(true).optional(),
  target: text.optional(),
  note: text.optional(),
}) satisfies z.ZodType<SeenDecision>;

const file = z.strictObject({ wordferry: z.literal('decisions/1'), decisions: z.array(decision).max(100_000) });

/**
 * A file that the HTML report made, or that claims to be one: nothing in it is believed that is not said here.
 * `path`: as it was typed. Throws `UserError`.
 */
export function readDecisions(json: string, path: string): readonly SeenDecision[] {
  const read = file.safeParse(parse(json, path));
  if (read.success) return read.data.decisions;
  const field = (read.error.issues[0]?.path ?? []).map(String).join('.');
  throw new UserError({ id: 'import.field', values: { field } }, { place: { file: path } });
}

function parse(json: string, path: string): unknown {
  const value = parsed(json);
  const version = typeof value === 'object' && value !== null && 'wordferry' in value ? value.wordferry : undefined;
  if (version === 'decisions/1') return value;
  const isNewer = typeof version === 'string' && /^decisions\/\d+$/.test(version);
  throw new UserError(
    { id: isNewer ? 'import.version' : 'import.format' },
    { place: { file: path }, hint: { id: isNewer ? 'import.version.hint' : 'import.format.hint' } },
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
