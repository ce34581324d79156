const key = 'wordferry.token';

/** The key to the server comes in the address once (`#token=…`). It leaves the address at once, and lives as long as the tab does. */
export function takeToken(): string | undefined {
  const given = /^#(?:token=)?([\w-]{20,})$/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem(key, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(key) ?? undefined;
}
