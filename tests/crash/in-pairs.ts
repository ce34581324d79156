/** Two at a time: as many as a small machine has processors. */
export async function inPairs<T, R>(
  all: readonly T[],
  work: (one: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of queue) results[index] = await work(one, index);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
