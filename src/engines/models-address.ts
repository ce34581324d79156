import { UserError } from '../errors.ts';
import { isLoopback } from './loopback.ts';

/** Mozilla's list of its models for Firefox. */
const mozilla = 'https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json';

/** Where the list of models is: Mozilla's own, or a mirror that the environment names. Throws `UserError`. */
export function modelsAddress({ WORDFERRY_MODELS_URL: own }: Readonly<Record<string, string | undefined>>): URL {
  const url = URL.canParse(own || mozilla) ? new URL(own || mozilla) : undefined;
  if (url === undefined || !isSafe(url))
    throw new UserError({ id: 'models.address', values: { variable: 'WORDFERRY_MODELS_URL' } });
  return url;
}

/** https, and http only to this machine. */
export function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
