import type { DeepLOptions, Styles } from '../engine-options.ts';
import { baseOf, checkedAddress, requiredKey, type Variable } from './access.ts';

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

/** Throws `UserError`. */
export function deeplKey({ key }: DeepLAddress): string {
  return requiredKey({ name: keyVariable, value: key });
}

/** Throws `UserError`. */
export function deeplServer({ serverUrl }: DeepLAddress): string | undefined {
  const variable: Variable = { name: addressVariable, value: serverUrl };
  const url = checkedAddress(variable);
  return url && baseOf(url, variable);
}
