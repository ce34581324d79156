import type { Finding, Severity } from '../model.ts';

/** The gravest first, then from left to right. */
export function inOrder<Found extends Finding>(findings: readonly Found[]): readonly Found[] {
  return findings.length < 2 ? findings : findings.toSorted(compare);
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function compare(a: Finding, b: Finding): number {
  return (
    gravity[a.severity] - gravity[b.severity] ||
    (a.target?.start ?? 0) - (b.target?.start ?? 0) ||
    (a.source?.start ?? 0) - (b.source?.start ?? 0) ||
    Number(a.check > b.check) - Number(a.check < b.check)
  );
}
