import type { DeepLOptions, Styles } from '../engine-options.ts';
import { UserError } from '../errors.ts';
import { isLoopback } from './loopback.ts';

/** Key and address come from the environment, both or the key alone: a repository never says where a key goes. */
export interface DeepLAddress {
  readonly key: string | undefined;
  /** Default: DeepL's own, api-free.deepl.com for keys that end in `:fx`. */
  readonly serverUrl?: string | undefined;
}

export interface DeepLSettings extends DeepLAddress {
  readonly options?: DeepLOptions | undefined;
  readonly style?: Styles | undefined;
}

export const keyVariable = 'DEEPL_API_KEY';
export const addressVariable = 'DEEPL_SERVER_URL';

/** Throws `UserError`; it names the variable, never what is in it. */
export function checkedKey(key: string | undefined): string {
  if (!key) throw new UserError({ id: 'engine.deepl.no_key', values: { variable: keyVariable } });
  if (!/^[\x21-\x7E]+$/u.test(key))
    throw new UserError({ id: 'engine.deepl.bad_key', values: { variable: keyVariable } });
  return key;
}

/** Throws `UserError`. Without a slash at its end. */
export function checkedServerUrl(serverUrl: string | undefined): string | undefined {
  if (!serverUrl) return undefined;
  const url = URL.canParse(serverUrl) ? new URL(serverUrl) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (!safe || url.username || url.password || url.search || url.hash) {
    throw new UserError({ id: 'engine.deepl.server', values: { variable: addressVariable } });
  }
  return url.href.replace(/\/$/u, '');
}
