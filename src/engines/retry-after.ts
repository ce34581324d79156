type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Milliseconds that a server wants us to wait (RFC 9110, 10.2.3: seconds or a date), measured from its own clock where
 * it tells it. `undefined` for anything else, for a time that has passed, and for more than a day.
 */
export function parseRetryAfter({ 'retry-after': value, date }: Headers): number | undefined {
  if (typeof value !== 'string') return undefined;
  const milliseconds = /^\d{1,9}$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - serverTime(date);
  return milliseconds >= 0 && milliseconds <= day ? milliseconds : undefined;
}

const day = 86_400_000;

function serverTime(date: Headers[string]): number {
  const told = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(told) ? Date.now() : told;
}
