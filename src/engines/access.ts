import { UserError } from '../errors.ts';
import { isLoopback } from './loopback.ts';

/**
 * A variable of the environment. Keys and addresses come from there alone, both or the key alone: a repository never says
 * where a key goes. What is said to people names the variable, never what is in it.
 */
export interface Variable {
  readonly name: string;
  readonly value: string | undefined;
  /** Origins to which texts and keys may go in the clear: the user's own word, on the command line. */
  readonly allowHttp?: readonly string[] | undefined;
}

/** Nothing where there is none; throws `UserError` for what cannot stand in a header. */
export function checkedKey({ name, value }: Variable): string | undefined {
  if (!value) return undefined;
  if (/^[\x21-\x7E]+$/u.test(value)) return value;
  throw new UserError({ id: 'engine.bad_key', values: { variable: name } });
}

export function requiredKey(variable: Variable): string {
  const key = checkedKey(variable);
  if (key === undefined) throw new UserError({ id: 'engine.no_key', values: { variable: variable.name } });
  return key;
}

/** Nothing where there is none; throws `UserError` for an address where a key could be read on the way, or is in it. */
export function checkedAddress({ name, value, allowHttp = [] }: Variable): URL | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && (isLoopback(url) || allowHttp.includes(url.origin)));
  if (isSafe && !url.username && !url.password && !value.includes('#')) return url;
  throw new UserError({ id: 'engine.bad_address', values: { variable: name } });
}

export function requiredAddress(variable: Variable): URL {
  const url = checkedAddress(variable);
  if (url === undefined) throw new UserError({ id: 'engine.no_address', values: { variable: variable.name } });
  return url;
}

/** What paths of a service begin with: without a query, and without a slash at its end. */
export function baseOf(url: URL, { name }: Variable): string {
  if (url.href.includes('?')) throw new UserError({ id: 'engine.bad_address', values: { variable: name } });
  return url.href.replace(/\/$/u, '');
}
