import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { engineIds } from '../engine-ids.ts';
import { UserError } from '../errors.ts';
import { collapse } from '../fingerprint.ts';
import type { Message } from '../model.ts';
import { defaults, type Settings } from '../settings.ts';

const furniture = z.union([z.enum(['keep', 'omit']), z.record(z.string(), z.string())]);

const schema = z.strictObject({
  furniture: z.record(z.string(), furniture).optional(),
  newlines: z.enum(['auto', 'line', 'paragraph']).optional(),
  onEdit: z.enum(['reviewed', 'translated']).optional(),
  engine: z.enum(engineIds).optional(),
  engines: z.strictObject({ mock: z.strictObject({ pairs: z.string() }).optional() }).optional(),
  budget: z.strictObject({ characters: z.string().regex(/^\d+$/).transform(Number) }).optional(),
});

/** `wordferry.yaml`. Throws `UserError` with the place of the first thing that is wrong. */
export function parseSettings(text: string, file: string, layout: Pick<Settings, 'source' | 'targets'>): Settings {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const refuse = (message: Message, offset = 0): never => {
    const { line, col } = counter.linePos(offset);
    throw new UserError(message, { place: { file, line, column: col }, hint: { id: 'settings.hint' } });
  };
  const [error] = document.errors;
  if (error !== undefined) refuse({ id: 'settings.yaml', values: { problem: error.message } }, error.pos[0]);
  if (document.contents !== null && !isMap(document.contents)) refuse({ id: 'settings.root' });
  const result = schema.safeParse(document.toJS() ?? {});
  if (!result.success) return refuse(...problemOf(result.error, document.contents));
  const { furniture = {}, engines, budget, ...rest } = result.data;
  return {
    ...defaults,
    ...layout,
    ...rest,
    furniture: new Map(Object.entries(furniture).map(([line, choice]) => [collapse(line), choice])),
    mockPairs: engines?.mock?.pairs,
    maxCharacters: budget?.characters ?? defaults.maxCharacters,
  };
}

/** The first issue as a message, with the offset of what it is about. */
function problemOf({ issues }: z.ZodError, root: unknown): [Message, number | undefined] {
  const [issue] = issues;
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return [{ id: 'settings.key', values: { key: [...path, key].join('.') } }, offsetOf(root, [...path, key], 'key')];
  }
  const expected = issue?.code === 'invalid_value' ? issue.values.map(String) : [issue?.message ?? ''];
  return [{ id: 'settings.value', values: { key: path.join('.'), expected } }, offsetOf(root, path, 'value')];
}

function offsetOf(root: unknown, path: readonly PropertyKey[], side: 'key' | 'value'): number | undefined {
  const parent = isCollection(root) && path.length > 1 ? root.getIn(path.slice(0, -1), true) : root;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  const node = pair?.[side];
  return isNode(node) ? node.range?.[0] : undefined;
}
