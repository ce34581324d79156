import { createHash, timingSafeEqual } from 'node:crypto';
import { tokenHeader } from './api.ts';

/** What the door looks at: a request before anything of it is believed. */
export interface Visitor {
  readonly method: string;
  /** As the request line has it. */
  readonly target: string;
  /** Names and values in turn, as they came, none joined. */
  readonly rawHeaders: readonly string[];
}

export interface Door {
  readonly port: number;
  readonly token: string;
}

/**
 * The status that a request is refused with; nothing for one that may come in. Browsers let any site send requests to this
 * machine, and one that has its name point here (DNS rebinding) sends its own name as `Host` and the like as `Origin`.
 */
export function refusalOf(visitor: Visitor, { port, token }: Door): number | undefined {
  const { method, target } = visitor;
  if (!isOneOf(valuesOf(visitor, 'host'), hostsOf(port))) return 421;
  if (method === 'OPTIONS') return 403;
  // Proxies are asked with a whole address; nobody here speaks another protocol.
  if (!target.startsWith('/') || valuesOf(visitor, 'upgrade').length > 0) return 400;
  const isWrite = method === 'POST';
  if (!isWrite && hasBody(visitor)) return 400;
  if (!isWrite && !isApi(target)) return undefined;
  if (!isFromHere(visitor, port, isWrite ? 'must' : 'may')) return 403;
  if (!isToken(valuesOf(visitor, tokenHeader), token)) return 401;
  return isWrite && !isJson(visitor) ? 415 : undefined;
}

export const isApi = (target: string): boolean => target.startsWith('/api/');

/** One address by three names. */
const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `[::1]:${port}`, `localhost:${port}`];

/** A page of ours asks: `Origin` is one of our own, literally, and what the browser says of the site is no other. */
function isFromHere(visitor: Visitor, port: number, says: 'must' | 'may'): boolean {
  const origins = valuesOf(visitor, 'origin');
  const own = hostsOf(port).map((host) => `http://${host}`);
  const sites = valuesOf(visitor, 'sec-fetch-site');
  const isOwn = origins.length === 0 ? says === 'may' : isOneOf(origins, own);
  return isOwn && (sites.length === 0 || isOneOf(sites, ['same-origin']));
}

/** In the same time, whatever is wrong with it. */
function isToken([given = '', ...others]: readonly string[], token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(one as Buffer, other as Buffer) && others.length === 0;
}

function isJson(visitor: Visitor): boolean {
  const isPlain = valuesOf(visitor, 'content-encoding').length === 0;
  return (
    isPlain &&
    isOneOf(
      valuesOf(visitor, 'content-type').map((type) => type.toLowerCase()),
      jsonTypes,
    )
  );
}

const jsonTypes = ['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8'];

const hasBody = (visitor: Visitor): boolean =>
  valuesOf(visitor, 'transfer-encoding').length > 0 ||
  valuesOf(visitor, 'content-length').some((length) => length !== '0');

/** Said once, and nothing else than what is expected. */
const isOneOf = (values: readonly string[], expected: readonly string[]): boolean =>
  values.length === 1 && expected.includes(values[0] ?? '');

function valuesOf({ rawHeaders }: Visitor, name: string): readonly string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}
