import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where models stand, for all projects of a user: no repository says it. A relative `XDG_DATA_HOME` counts as none (XDG Base Directory). */
export function modelsFolder({ WORDFERRY_MODELS: own, XDG_DATA_HOME: data, HOME: home }: Environment): string {
  if (own && !isAbsolute(own)) throw new UserError({ id: 'models.folder', values: { variable: 'WORDFERRY_MODELS' } });
  if (own) return own;
  return join(data && isAbsolute(data) ? data : join(home || homedir(), '.local/share'), 'wordferry/models');
}
