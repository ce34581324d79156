/**
 * `engines:` says in what order engines are asked, each with its settings or without, or only the settings of some:
 * `[deepl: { glossary: names }, local]` or `{ deepl: { glossary: names } }`. Gives the order as `chain` beside the settings.
 */
export function withChain(written: unknown): unknown {
  if (!isObject(written) || !Array.isArray(written.engines)) return written;
  const items: readonly unknown[] = written.engines;
  const own = items.filter((item) => isObject(item));
  return {
    ...written,
    chain: items.flatMap((item) => (isObject(item) ? Object.keys(item) : [item])),
    engines: Object.assign({}, ...own),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
