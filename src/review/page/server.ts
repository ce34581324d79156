import { signal } from '@preact/signals';
import type { DocumentView, Outdated, Refused } from '../api.ts';
import { tokenHeader } from '../api.ts';
import { preferences } from './preferences.ts';
import { takeToken } from './token.ts';

/** The server said no, and why, in the page's language. */
export class RefusedError extends Error {
  readonly hint: string | undefined;

  constructor(refused: Refused) {
    super(refused.error);
    this.hint = refused.hint;
  }
}

/** Nobody answers. */
export class LostError extends Error {}

/** Whether the last request was answered by nobody, or the stream of events has ended. */
export const isLost = signal(false);

export type Posted<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'outdated'; readonly document: DocumentView };

const token = takeToken() ?? '';

export async function get<T>(
  path: string,
  query: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<T> {
  const response = await request(`${path}?${new URLSearchParams(query)}`, { signal: signal ?? null });
  return (await answerOf(response)) as T;
}

export async function post<T>(path: string, body: unknown): Promise<Posted<T>> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status === 409) return { kind: 'outdated', document: ((await response.json()) as Outdated).document };
  return { kind: 'done', value: (await answerOf(response)) as T };
}

export async function request(path: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, [tokenHeader]: token, 'accept-language': preferences.value.language };
  try {
    const response = await fetch(path, { ...init, headers });
    // Another server than the one whose key this is.
    isLost.value = response.status === 401;
    if (!isLost.value) return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    isLost.value = true;
  }
  throw new LostError();
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  const refused = (await response.json().catch(() => undefined)) as Refused | undefined;
  throw new RefusedError(refused ?? { error: `${response.status} ${response.statusText}` });
}
