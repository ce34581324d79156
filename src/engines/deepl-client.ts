import type { DeepLClient } from 'deepl-node';
import { EngineFault } from '../errors.ts';
import { version } from '../version.ts';
import { addressVariable, type DeepLAddress, deeplKey, deeplServer, keyVariable } from './deepl-settings.ts';
import { carry, loadDeepL } from './deepl-transport.ts';
import { damaged, type Exchange } from './exchange.ts';

/** DeepL's own client, and on whose behalf it asks. */
export interface DeepLAccess {
  readonly asker: Pick<Exchange, 'engine' | 'variable' | 'addressVariable' | 'key' | 'secrets'>;
  client(): DeepLClient;
}

/** Throws `UserError` for settings that cannot work. */
export function accessTo(settings: DeepLAddress): DeepLAccess {
  const key = deeplKey(settings);
  const serverUrl = deeplServer(settings);
  return {
    asker: {
      engine: 'deepl',
      variable: keyVariable,
      addressVariable: serverUrl && addressVariable,
      key,
      secrets: [key],
    },
    client: () => new (loadDeepL().DeepLClient)(key, { ...clientOptions, ...(serverUrl && { serverUrl }) }),
  };
}

/** Pauses and repeats are ours. The server learns who asks, not on what machine. */
const clientOptions = {
  maxRetries: 0,
  sendPlatformInfo: false,
  appInfo: { appName: 'wordferry', appVersion: version },
};

/** What the client cannot read is a damaged answer. */
export async function carried<T>(exchange: Exchange, work: () => Promise<T>): Promise<T> {
  try {
    return await carry(exchange, work);
  } catch (error) {
    throw !(error instanceof EngineFault) && error instanceof loadDeepL().DeepLError ? damaged(exchange) : error;
  }
}
