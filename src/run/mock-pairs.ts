import { parse } from 'yaml';
import { UserError } from '../errors.ts';
import { readText } from '../store/files.ts';

type Pairs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The mock engine's answers: `en:` and below it `source: target`. */
export function readMockPairs(root: string, path: string | undefined): Pairs {
  if (path === undefined) return {};
  const text = readText(root, path);
  if (text === undefined) throw new UserError({ id: 'engine.mock.missing' }, { place: { file: path } });
  const pairs: unknown = parse(text, { schema: 'failsafe' });
  const isTable = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const isPairs =
    isTable(pairs) &&
    Object.values(pairs).every(
      (answers) => isTable(answers) && Object.values(answers).every((answer) => typeof answer === 'string'),
    );
  if (!isPairs) throw new UserError({ id: 'engine.mock.shape' }, { place: { file: path } });
  return pairs as Pairs;
}
