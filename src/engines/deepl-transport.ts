import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { EngineFault } from '../errors.ts';
import type { Exchange } from './exchange.ts';
import { exchangeHttp, type HttpRequest } from './http.ts';

/**
 * deepl-node speaks DeepL's protocol, but over axios: it can neither be aborted nor be told a deadline, follows
 * redirects, and hides `Retry-After`. So its axios instance gets an adapter of ours. Instances take the default adapter
 * when they are made; it is ours while deepl-node loads, and only then.
 */
export function loadDeepL(): DeepL {
  loaded ??= loadWithAdapter();
  return loaded;
}

/** Every request that `work` makes is made like this. Throws the `EngineFault` of the exchange, not the client's. */
export async function carry<T>(exchange: Exchange, work: () => Promise<T>): Promise<T> {
  try {
    return await exchanges.run(exchange, work);
  } catch (error) {
    const inner = (error as { error?: unknown }).error;
    throw inner instanceof EngineFault ? inner : error;
  }
}

type DeepL = typeof import('deepl-node');
let loaded: DeepL | undefined;

const exchanges = new AsyncLocalStorage<Exchange>();

function loadWithAdapter(): DeepL {
  const require = createRequire(import.meta.url);
  const path = require.resolve('deepl-node');
  if (path in require.cache) throw new Error('deepl-node was loaded before it was given its transport');
  const axios: Axios = createRequire(path)('axios');
  const { adapter } = axios.defaults;
  axios.defaults.adapter = adapt;
  try {
    return require(path);
  } finally {
    axios.defaults.adapter = adapter;
  }
}

/** The part of axios that we use; it is deepl-node's dependency, wherever npm put it, and not ours. */
interface Axios {
  readonly defaults: { adapter: unknown };
}

interface AxiosRequest {
  readonly method: string;
  readonly baseURL: string;
  readonly url: string;
  readonly headers: { toJSON(): Record<string, unknown> };
  readonly data?: unknown;
  /** What deepl-node asks for with GET, and how it writes that behind the address. */
  readonly params?: URLSearchParams;
  readonly paramsSerializer?: { serialize(params: URLSearchParams): string };
}

async function adapt(config: AxiosRequest): Promise<object> {
  const exchange = exchanges.getStore();
  if (!exchange) throw new Error('Unexpected request of deepl-node outside of carry()');
  const data = await exchangeHttp(
    {
      method: config.method.toUpperCase() as HttpRequest['method'],
      url: config.baseURL + config.url + queryOf(config),
      headers: textHeaders(config.headers.toJSON()),
      body: typeof config.data === 'string' ? config.data : undefined,
    },
    exchange,
  );
  return { data, status: 200, statusText: 'OK', headers: {}, config };
}

function queryOf({ params, paramsSerializer }: AxiosRequest): string {
  return params === undefined ? '' : `?${paramsSerializer?.serialize(params) ?? params.toString()}`;
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
}
