import { useEffect, useState } from 'preact/hooks';

/** So many more are drawn each time. */
const step = 100;

/**
 * How many of a long list are drawn: the first screen at once, the rest piece by piece while nothing else happens, until the browser's own
 * search, printing and screen readers have all of it.
 */
export function useGrowing(length: number, first: number): number {
  const [drawn, setDrawn] = useState(first);
  const isDone = drawn >= length;
  useEffect(() => {
    if (isDone) return;
    const timer = setTimeout(() => setDrawn((now) => Math.max(now, first) + step), 16);
    return () => clearTimeout(timer);
  }, [drawn, first, isDone]);
  return Math.max(drawn, first);
}
