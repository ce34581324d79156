import type { Finding, MarkupNode } from '../model.ts';

type Id = 'placeholder_mismatch' | 'url_mismatch' | 'markup_mismatch';

/** What only one of two lists has, whatever their order: one finding for each that is missing, extra, or both at once. */
export function mismatches(
  check: Id,
  source: readonly MarkupNode[],
  target: readonly MarkupNode[],
): readonly Finding[] {
  if (source.length + target.length === 0) return [];
  const missing = without(source, target);
  const extra = without(target, source);
  return Array.from({ length: Math.max(missing.length, extra.length) }, (_, at) =>
    finding(check, missing[at], extra[at]),
  );
}

/** The elements of a list that are left when those of another are taken away, name by name. */
function without(list: readonly MarkupNode[], others: readonly MarkupNode[]): readonly MarkupNode[] {
  const counts = new Map<string, number>();
  for (const { name } of others) counts.set(name, (counts.get(name) ?? 0) + 1);
  return list.filter(({ name }) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count - 1);
    return count <= 0;
  });
}

function finding(check: Id, source: MarkupNode | undefined, target: MarkupNode | undefined): Finding {
  const kind = source === undefined ? 'extra' : target === undefined ? 'missing' : 'changed';
  return {
    check,
    severity: 'error',
    message: { id: `check.${check}.${kind}`, values: { source: source?.name ?? '', target: target?.name ?? '' } },
    ...(source && { source: { start: source.start, end: source.end } }),
    ...(target && { target: { start: target.start, end: target.end } }),
  };
}
