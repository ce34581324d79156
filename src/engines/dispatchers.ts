import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { isLoopback } from './loopback.ts';

/** How an address is reached: through the proxy of HTTPS_PROXY and NO_PROXY; this machine itself is never proxied. */
export function dispatcherFor(url: URL): Dispatcher {
  return isLoopback(url) ? dispatchers.direct() : dispatchers.proxied();
}

/** Milliseconds. */
export const connectTimeout = 10_000;

/** Made when first needed. */
const dispatchers = {
  direct: lazily(() => new Agent({ connect: { timeout: connectTimeout } })),
  proxied: lazily(() => new EnvHttpProxyAgent({ connect: { timeout: connectTimeout } })),
};

function lazily(make: () => Dispatcher): () => Dispatcher {
  let made: Dispatcher | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
